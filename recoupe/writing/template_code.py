"""The Python that templates are compiled to: Jinja's own, but for what a page does most often.

Only code differs, never a page: a test renders the same templates both ways. Whatever is none of
the cases below is left to Jinja.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

# Jinja has its generator replaced, but promises nothing of the methods.
_REPLACED = (
    "visit_Template",
    "write_commons",
    "visit_Getattr",
    "_output_child_pre",
    "_output_child_post",
)


class TemplateCode(CodeGenerator):
    """Writes the code of one template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  Jinja's name
        """The whole template, after the names that its code uses besides Jinja's."""
        self.writeline("from recoupe.writing.macros import PlainMacro, macro as made, shown")
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """What each function begins with: Jinja's code writes `escape` and `Macro` all over."""
        super().write_commons()
        self.writeline("escape, Macro = shown, made")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's name
        """An attribute, asked of the value itself; what has none is asked as Jinja does it."""
        whole, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({whole} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing")
        self.write(f" else environment.getattr({whole}, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """What stands before a value that is shown; what a macro gives needs no looking at."""
        if finalize.src is None and (called := _call_by_place(node)):
            self._write_made(*called, frame)
        super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        super()._output_child_post(node, frame, finalize)
        if finalize.src is None and _call_by_place(node):
            self.write(")")

    def _write_made(self, name: str, arguments: list[nodes.Expr], frame: Frame) -> None:
        """A macro's text, if that is what is called; Jinja's code for the call comes after it."""
        macro = frame.symbols.ref(name)
        self.write(f"({macro}.made(")
        for argument in arguments:
            self.visit(argument, frame)
            self.write(", ")
        self.write(f") if type({macro}) is PlainMacro and {macro}.most >= {len(arguments)}")
        self.write(" and context.eval_ctx.autoescape else ")


def _call_by_place(node: nodes.Expr) -> tuple[str, list[nodes.Expr]] | None:
    """The name of what may be a macro, and its arguments, where it is called with no names."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    if node.kwargs or node.dyn_args or node.dyn_kwargs or node.node.name == "_":
        return None
    return node.node.name, node.args


def code_generator(jinja: type[CodeGenerator] = CodeGenerator) -> type[CodeGenerator]:
    """What an environment compiles with: `jinja` itself where it has other methods than these."""
    return TemplateCode if all(hasattr(jinja, name) for name in _REPLACED) else jinja
