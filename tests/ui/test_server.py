"""The server before it serves."""

import socket

import pytest

from plans.errors import TracuuError
from ui.server import check_port


@pytest.mark.parametrize("host", ["no-such-host.invalid", "x" * 70, "http://127.0.0.1", "é" * 70])
def test_an_address_that_is_none_is_named_with_the_option_to_change(host: str) -> None:
    with pytest.raises(TracuuError, match="--host") as told:
        check_port(host, 0)
    assert "Unknown" not in str(told.value)


def test_a_port_in_use_is_named_with_the_option_to_change() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(TracuuError, match="--port"):
        check_port("127.0.0.1", taken.getsockname()[1])
