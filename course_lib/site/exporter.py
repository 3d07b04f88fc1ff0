"""nbconvert with the course's own templates, for lessons and for pages that are none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets as t
from jinja2 import BytecodeCache, StrictUndefined
from nbconvert.exporters.templateexporter import TemplateExporter

from course_lib.evidence import help_data
from course_lib.frame.my_course_data import by_organisation, my_course
from course_lib.frame.phrases import phrase
from course_lib.frame.signs import drawn
from course_lib.site.about_data import checked_line
from course_lib.site.anchors import neutral_anchors
from course_lib.site.page_assets import POLICY, address
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """Keeps compiled templates, as each page has an exporter of its own."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class CourseExporter(TemplateExporter):
    """nbconvert with our template and nothing of its own: no other host, no scripts."""

    template_name = t.Unicode("course")
    template_file = t.Unicode("lesson.html.j2")
    template_extension = t.Unicode(".html.j2")
    file_extension = t.Unicode(".html")
    default_preprocessors: t.List[Any] = t.List([])
    output_mimetype = "text/html"

    def __init__(self, *, alone: bool = False, **options: Any) -> None:
        super().__init__(**options)  # type: ignore[no-untyped-call]
        self.environment.bytecode_cache = _COMPILED
        self.environment.undefined = StrictUndefined  # a misspelt word stops the build
        self.environment.globals.update(
            asset=address,
            policy=POLICY,
            checked=checked_line,
            alone=alone,
            own=my_course(),
            own_by=phrase("own.by", organisation=my_course().organisation),
            near=by_organisation("near"),
        )

    @t.default("extra_template_basedirs")
    def _own_templates(self) -> list[str]:
        return [str(Path(__file__).parent / "templates")]

    def plain_page(self, template: str, **values: Any) -> str:
        """Return a page that is not a lesson."""
        clinician = help_data.help_data().reviewed_by_clinician
        found = self.environment.get_template(f"{template}.html.j2")
        html = found.render(w=words(), here=template, clinician=clinician, **values)
        return neutral_anchors(drawn(str(html)))
