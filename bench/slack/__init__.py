"""Our app beside a bare Bolt app: the same deliveries over HTTP, the same Slack to answer to."""
