"""The Gradio pieces: what a person sees and how it answers."""

from ui.server import application, check_port, serve
from ui.workspace import Workspace

__all__ = ["Workspace", "application", "check_port", "serve"]
