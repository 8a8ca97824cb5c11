"""The look of the page: Gradio's theme set to the system's own fonts and our colours, and the page's assets."""

from __future__ import annotations

from pathlib import Path

import gradio as gr

ASSETS = Path(__file__).parent / "assets"

# All of these carry the whole Vietnamese alphabet; none is fetched.
_FONTS = ["Segoe UI", "-apple-system", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"]


def theme() -> gr.themes.Base:
    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        radius_size=gr.themes.sizes.radius_md,
        text_size=gr.themes.sizes.text_lg,
        font=_FONTS,
        font_mono=["ui-monospace", "Consolas", "Liberation Mono", "monospace"],
    ).set(
        body_background_fill="var(--paper)",
        body_background_fill_dark="var(--paper)",
        body_text_color="var(--ink)",
        body_text_color_dark="var(--ink)",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        input_background_fill="var(--sheet)",
        input_background_fill_dark="var(--sheet)",
        input_border_color="var(--line-strong)",
        input_border_color_dark="var(--line-strong)",
        input_border_color_focus="var(--accent)",
        input_border_color_focus_dark="var(--accent)",
        input_placeholder_color="var(--ink-soft)",
        input_placeholder_color_dark="var(--ink-soft)",
        button_primary_background_fill="var(--accent)",
        button_primary_background_fill_dark="var(--accent)",
        button_primary_background_fill_hover="var(--accent-strong)",
        button_primary_background_fill_hover_dark="var(--accent-strong)",
        button_primary_text_color="var(--on-accent)",
        button_primary_text_color_dark="var(--on-accent)",
    )


def head() -> str:
    """What goes into the page's head: our style and our script, written into the page itself.

    Gradio's own `css` parameter rewrites selectors, which breaks those of `body` and those with a list inside.
    """
    style = (ASSETS / "style.css").read_text(encoding="utf-8")
    script = (ASSETS / "page.js").read_text(encoding="utf-8")
    return f'<meta name="color-scheme" content="light dark">\n<style>\n{style}</style>\n<script>\n{script}</script>'
