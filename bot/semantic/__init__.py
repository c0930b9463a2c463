"""The language model behind the second opinion, where it is installed (the extra ``semantic``)."""
