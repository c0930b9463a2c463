"""Programs in processes of their own that tell in one line where they are."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp.web_runner import BaseRunner, TCPSite

from bot.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Running:
    """A program that runs, and the line it began with."""

    pid: int
    told: str

    def seconds(self) -> float:
        """How long it has kept a processor busy."""
        import psutil  # noqa: PLC0415 - in the extra

        used = psutil.Process(self.pid).cpu_times()
        return float(used.user + used.system)

    def megabytes(self) -> float:
        """What it holds in memory."""
        import psutil  # noqa: PLC0415 - in the extra

        return float(psutil.Process(self.pid).memory_info().rss) / 1e6


@asynccontextmanager
async def running(module: str, *arguments: str) -> AsyncIterator[Running]:
    """The program, until the block ends. Raises `UsageError` where it does not start."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *arguments), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None  # noqa: S101 - asked for above
        told = (await process.stdout.readline()).decode().strip()
        if not told:
            raise UsageError(f"{module} did not start.")
        yield Running(process.pid, told)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def result(module: str, *arguments: str) -> str:
    """All that the program prints. Raises `UsageError` where it fails."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *arguments), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        told, _ = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        raise
    if process.returncode:
        raise UsageError(f"{module} failed.")
    return told.decode()


async def served(runner: BaseRunner) -> None:
    """Serve on a free port and print the address, until the process is ended."""
    await runner.setup()
    site = TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print("http://{}:{}".format(*runner.addresses[0][:2]), flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
