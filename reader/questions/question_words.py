"""The words by which questions are read, as patterns and sets for `reader.question`."""

from __future__ import annotations

import re
from typing import Literal

from plans.text import fold
from retriever.denials import DENIED, DENYING, SPEAKER

Wanted = Literal["quantity", "date", "person", "office", "place", "code", "ordinal", "list", "yesno", "text"]
Measure = Literal["percent", "money", "count", "any"]

# The sort of answer, and the words (canonical Vietnamese or lower-case English) that ask for it. First match wins.
_EITHER = r"\b(cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm) hơn hay (thấp|cao|ít|nhiều|nhỏ|lớn|chậm|nhanh)\b"
"""The two answers that a question leaves the choice between."""
_WHETHER = (
    r"\b(có phải|phải không|đúng không|hay chưa|hay không|được không|có .+ không(?:\s*\([^()]*\))?\??$"
    r"|(?:chưa|chứ)\W*$)"
)
ASKS_WHETHER = re.compile(_WHETHER)
RULES: tuple[tuple[Wanted, str], ...] = (
    ("text", r"\b(?:vì sao|tại sao)\b|^why\b"),  # "vì sao có xe mà để không?" is not answered by yes or no
    ("yesno", _WHETHER),
    ("yesno", r"^(is|are|was|were|does|do(?! (ai|đâu|đơn vị|cơ quan))|did|has|have|will|can)\b(?! \w+ (nào|gì)\b)"),
    (
        "text",
        r"\b(vì đâu|do đâu|(?<!có )(?<!những )(lý do|lí do|nguyên nhân|nguyên do) (nào|gì|vì))\b|\bwhy\b",
    ),
    (
        "code",
        r"\b(mang số|số hiệu|ký hiệu|số kế hoạch|số nghị quyết|số quyết định|số văn bản)\b"
        r"|\b(kế hoạch|nghị quyết|quyết định|thông tư|nghị định|công văn|chỉ thị|kết luận|tờ trình|văn bản)\b.*"
        r"(?<!dân )(?<!chỉ )(?<!đổi )\bsố (mấy|bao nhiêu|nào)\b"
        r"|\bsố (kế hoạch|nghị quyết|quyết định|thông tư|nghị định|công văn|chỉ thị|kết luận|đề án)\b"
        r"|\bwhich (resolution|decision|circular|decree|directive)\b|\b(plan|resolution|decision|document"
        r"|programme|program) number\b",
    ),
    (
        "office",
        r"\b(chức vụ|chức danh|cương vị|(?<!công )(?<!viên )chức) (gì|nào)"
        r"|(?<!\bai )(?<!\bai đang )(?<!\bai hiện )\bgiữ (những )?chức\b"
        r"|^(chức vụ|chức danh)\b"
        r"|\b(làm|giữ vai trò) gì (?:trong|ở|tại) (?:bộ máy|chính quyền|ban lãnh đạo|ủy ban|hội đồng|ubnd|hđnd)\b"
        r"|\b(what|which) (position|office|role)",
    ),
    (
        "person",
        r"\b((?<!những )ai|(người|ông|bà|đồng chí|anh|chị|cụ|nghệ nhân|công chức|viên chức|cán bộ|(?<!đơn )vị) nào)\b"
        r"|(?<![\w-])(who|whom|whose)\b"
        r"|\bwhich (\w+ ){0,4}(chair(man|woman|person)|secretary|director|leader|official|man|woman|artisan|farmer)\b"
        r"|\b(chủ tịch|bí thư|giám đốc|trưởng ban|trưởng phòng|bộ trưởng|thứ trưởng)\b"
        r"(?!.*\b(ở|tại|xã|phường|huyện|tỉnh|thành phố|thị xã|địa phương|đơn vị|cơ quan|ngày|năm|tháng"
        r"|khi|lúc|thế|điều|việc) nào)[^,;]{0,12} nào\b"
        r"|^(phó )?(chủ tịch|bí thư|giám đốc|trưởng (ban|phòng))\b"
        r"((?!\b(giao|cho|do|yêu cầu|chỉ đạo|phân công)\b)[^,;]){0,60} nào (đã |được )?"
        r"(ký|bầu|chủ trì|phát biểu|trình bày|kết luận|trả lời|dự|báo cáo)\b"
        r"|^(phó )?(chủ tịch|bí thư|giám đốc) ((ủy ban|hội đồng) nhân dân|(tỉnh|huyện|thị|thành|đảng) ủy)"
        r"( (xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)( [^\W\d_]+){1,4})? nào\b"
        r"|\b(vị|người|ông|bà|đồng chí|tác giả)\b.+\btên (là )?gì\b",
    ),
    (
        "date",
        r"\b(khi nào|bao giờ|lúc nào|hôm nào|(ngày|tháng|năm|năm học|thời gian|thời điểm|quý|hạn(?! hán)|thời hạn"
        r"|nhiệm kỳ|giai đoạn|thời kỳ) (nào|những ngày nào))\b"
        r"|(?<!mỗi )(?<!một )(?<!hằng )(?<!hàng )(?<!\b\d )(?<!\b\d\d )(?<!cả )(?<!đầu )(?<!cuối )(?<!dự toán )(?<!lương )"
        r"\b(ngày|tháng|năm|quý) (bao nhiêu|mấy)\b(?!\s+(%|phần trăm|[^\W\d_]))"
        r"|\bngày tháng năm nào\b|\bnhững ngày nào\b"
        r"|\bwhen\b|\b(what|which) (date|day|month|year|period|term)\b|\bdeadline\b"
        r"|^(hạn(?! hán)|thời hạn|mốc thời gian)\b",
    ),
    ("text", _EITHER),
    ("text", r"\bhay\b.+\b(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm) hơn\W*$"),
    ("text", r"(?<!\d )(?<!những )(?<!các )\b(cấp|loại) mấy\b"),
    (
        "quantity",
        r"\b(bao nhiêu|mấy|bao lâu|(mức|tỷ lệ|tỉ lệ|hệ số|chừng|cỡ) nào|mấy %|%\W*$)"
        r"|\bhow (many|much|large|high|big|fast|far|tall|deep|heavy|old)\b|\bhow long (is|are|was|were)\b"
        r"|\b(tăng|giảm) (thế nào|ra sao)\b|\b(cần|xin|cho|lấy)( tôi| biết)? (con số|số liệu)\b",
    ),
    (
        "place",
        r"\b(ở đâu|tại đâu|nơi nào|nơi đâu|vào đâu|địa chỉ nào|chỗ nào|về đâu)\b|\bwhere\b"
        r"|\b(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|địa phương|trường|khu vực|thôn|ấp|bệnh viện"
        r"|khu phố|địa bàn|nơi)( đại học)? nào\b"
        r"|\b(which|what) (commune|ward|town|township|district|province|city|place|school|locality|area)\b",
    ),
    (
        "list",
        r"\b(những ai|những .+ nào|những .+ gì|gồm những|bao gồm|gồm các|gồm (những )?gì|liệt kê|kể tên|nêu"
        r"|các .+ là gì|những gì|lần lượt là|nào\?? những)\b"
        r"|\b(list|what are|which .+s are)\b",
    ),
)
OPEN = re.compile(r"(?<!\d )\b(gì|nào|sao|đâu)\b|\b(what|which|why|how)\b")
"""Question words that say no sort."""
MEASURED = re.compile(
    r"\b(what|which|by what)\b.{0,60}\b(share|percentage|proportion|rate|number|population|area|total|amount|value|revenue"
    r"|expenditure|budget|income|debt|growth|output|ratio|coefficient|level|yield|length|capacity|density|distance|price"
    r"|cost|fee|salary|wage|turnover|proceeds|volume|tonnage)\b"
)
"""Nouns that English questions ask for a quantity of, if nothing else in them speaks against it."""
LEFT_OUT = re.compile(
    rf"(?:\((?:{DENYING}|chưa|trừ)(?: (?:{DENIED}))?"
    rf"|(?:(?:[,;]|[.?](?=\s))\s*(?:chứ )?{SPEAKER}|\bchứ )(?:{DENYING}|chưa) (?:{DENIED})"
    r"|, (?:leaving|excluding|not counting|not including|except)\b)"
    r"(?: (?:là|với|đến|cả|phần|khoản|số))* (?![^,;?()]*\b(?:bao nhiêu|mấy|nào|gì)\b)"
    r"(?P<what>(?:[^,;?()]|,(?=[^()]*\)))+)\)?"
)
"""What a question says it does not want, and how: "riêng công nghiệp (không gộp xây dựng)", "nuôi bao nhiêu, không kể
đánh bắt", "thu bao nhiêu, không phải số chi", but not "được khám, không phải trả tiền"."""
WHO_HOLDS = re.compile(r"\bai\b.*\bgiữ (?:những )?chức\b(?! (?:vụ |danh )?(?:gì|nào))")
"""That it is asked who holds an office, and not which office somebody holds."""
NAME_ASKED = re.compile(r"\b(họ tên|tên|name)\b")
NAMES_ASKED = re.compile(r"\b(?:kể|nêu|liệt kê) tên (?:của )?(?:các|những)\b|\btên (?:của )?(?:các|những) .+ là gì\b")
ROLE = re.compile(
    r"\b(bí thư|chủ tịch|giám đốc|trưởng (ban|phòng|công an|đoàn)|chánh văn phòng|chủ nhiệm|hiệu trưởng"
    r"|thị trưởng|bộ trưởng|thủ tướng"
    r"|đại biểu|cựu chiến binh|đồng chí|ông|bà|secretary|chairman|chairwoman|chairperson|director|head of|mayor)\b"
)
# How a question without a question word begins that asks for somebody ("Người ký kế hoạch?") or for several things ("Ba xã
# về đích năm 2023?").
SOMEBODY = re.compile(
    r"(tác giả|phóng viên|người (?!dân|nghèo|lao động|cao tuổi|có|khuyết tật|dùng|nộp|mắc|nhiễm|thái|kinh|mông))\b"
)
SEVERAL = re.compile(
    r"(các|những|(hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2}) (?!(tháng|quý|năm|ngày|tuần|nay|ngoái|trước|sau|tới|học|vừa"
    r"|qua|phần trăm|giờ|người|hộ)\b)[^\W\d_]+) "
)
# The first noun of a question without a question word, and what it asks for.
HEADS: tuple[tuple[Wanted, re.Pattern[str]], ...] = (
    (
        "date",
        re.compile(r"(lịch(?! sử)|ngày|thời gian|thời điểm|thời hạn|hạn(?! hán)|mốc thời gian)\b(?! (qua|tới|gần đây))"),
    ),
    ("place", re.compile(r"(địa điểm|trụ sở|nơi)\b")),
    ("text", re.compile(r"(nguyên nhân|nguyên do|lý do|lí do|nội dung|chủ đề|mục đích|ý nghĩa|phương châm|quan điểm)\b")),
    (
        "list",
        re.compile(
            r"(nhiệm vụ(?! (thu|chi)\b)|giống (lúa|cây|rau|con)|phương hướng|giải pháp|khó khăn|hạn chế|tồn tại"
            r"|danh sách)\b"
        ),
    ),
)
PERCENT = re.compile(
    r"%|\b(phần trăm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỉ suất|percent(age)?|share|proportion"
    r"|rate|cơ cấu)\b"
)
GROWTH = re.compile(
    r"\b(tốc độ tăng|tăng trưởng|tăng grdp|tăng gdp|tăng bao nhiêu|giảm bao nhiêu|tăng (?:của )?tổng sản phẩm"
    r"|growth|grow)\b"
)
COUNTED = re.compile(
    r"\b(dân số|diện tích|sản lượng|năng suất|số lượng|quy mô dân số|số (hộ|người|xã|trường|giường|dân|vụ"
    r"|lao động|học sinh|giáo viên|mẫu|doanh nghiệp)"
    r"|population|area|number of)\b"
)
MONEY = re.compile(
    r"\b(đồng(?! chí)|tiền|usd|đô la|kinh phí|vốn|thu ngân sách|chi ngân sách|tổng thu|tổng chi|thu nhập|học phí"
    r"|trợ cấp|nợ|dư nợ|doanh thu|giá trị|grdp"
    r"|kim ngạch|mức chuẩn|tổng mức|tốn|chi phí|money|budget|revenue|expenditure|spend(?:ing)?|income|cost|investment"
    r"|funding|capital|dong"
    r"|được (?:hỗ trợ|cho|cấp|vay|thưởng|trợ cấp|tặng|bồi thường) (?:thêm |tối đa )?(?=(?:bao nhiêu|mấy)(?! \w)))\b"
)
WHOLE = "(dự toán|kế hoạch|chỉ tiêu giao|grdp|dân số|nhu cầu|khối lượng)"
"""Of these one reaches or makes up a share."""
NOT_A_UNIT = re.compile(
    r"(thì|và|trong|so|là|ở|tại|năm|vào|cho|của|theo|một|mỗi|để|từ|khi|nữa|vậy|đến|tới|sau|trước|trên|dưới|với|đối|về"
    r"|dành|được|thuộc|phục vụ|dùng|đạt|đã|có|bố trí|phân bổ|chi cho|nằm|còn|vẫn|sẽ|phải|cần|nhằm|do|bị|gồm|chiếm|lên|xuống"
    r"|bình quân|hằng|hàng|hiện|tính|nếu|qua|làm|xây|mà|dự toán|kế hoạch|grdp|tổng sản phẩm|doanh thu"
    r"|thu nhập|giá trị|kim ngạch|did|does|do|is|was|of|the)\b"
)
PLAN_OF = re.compile(r"kế hoạch [^,;]+ là (?:bao nhiêu|mấy)\b")
"""How a question for what is planned of something begins: "kế hoạch cây vụ đông của tỉnh là mấy ha?"."""
UNIT = re.compile(r"\b(?:bao nhiêu|mấy|how many|how much)\s+((?:[^\W\d_]+\s*){1,3})")
CHANGE = re.compile(
    r"\b(tăng|giảm|tăng thêm|bớt|nhích|nhỉnh|sụt|hụt|increase|decrease|grow|rise|fall)"
    r"(?=\s+((?:thêm|được|đi|bớt|lên|xuống|hơn|chừng|cỡ|khoảng)\s+)*(bao nhiêu|mấy|how))"
    r"|\b(?:tăng|giảm|(?:nhiều|cao|ít|thấp|kém|lớn|đông) hơn|hơn|kém)(?: so)?(?: với)? "
    r"(?:cùng kỳ|(?:năm|vụ|quý|tháng) (?:trước|ngoái|(?:19|20)\d\d))(?: (?:năm )?(?:trước|ngoái))?(?: là)?"
    r" (?:bao nhiêu|mấy)\b"
    r"|\bso (?:với )?(?:cùng kỳ|năm)\b.*\b(?:hơn|kém)(?: (?:được|lên|khoảng|chừng|cỡ))* (?:bao nhiêu|mấy)\b"
    r"|\bhow much .*(grow|rise|fall|increase)"
)
HEAD = re.compile(r"((?:[^\W\d_]+\s+){1,4})(?:nào|gì|mấy)\b")

OPEN_HEADS = frozenset("viec dieu la lam nhung cac".split())
"""Words before "gì" that name no sort of thing."""
CONNECTIVES = frozenset(
    """
    la dat va cua o tai cho voi con duoc co den tu trong tren khoang hon gan uoc giam tang len xuong de do
    nam theo cac nhung mot ve thi
    da se dang nay do bang vao ra khi nhu cung
    """.split()
)
"""Folded words that hold a sentence together; they never make an answer on their own."""

# Words that carry no subject: question words, connectives, auxiliaries. Told by their accents where the question has any:
# "đầu tư" is no "đâu", "trồng" no "trong".
STOP = frozenset(
    """
    là có của và ở tại cho với về thì bị được do từ đến trong ngoài trên dưới nào gì ai đâu mấy bao nhiêu thế còn hay hoặc
    các những một số này kia ấy đây rồi sao như khi lúc vào ra lên xuống cùng cũng đã đang sẽ vừa mới rằng mà bởi theo hiện
    tính hết cuối năm ngày tháng quý phải không chưa biết hỏi xin vui lòng tôi mình bạn giúp nữa đạt giao ước khoảng tổng
    toàn người tên để bằng hôm
    the of in on at for to a an is are was were be been what which who whom when where how many much does did
    do has have had will would
    and or by from with as per its it this that there year target plan planned people please tell me about
    """.split()
)
BARE_STOP = frozenset(fold(word) for word in STOP)
# Stop words that do carry a subject when nothing stronger is left ("tổng thu", "số người").
MEASURES = "số|diện tích|năng suất|sản lượng|doanh thu|giá trị|tỷ lệ|kim ngạch|kinh phí|quy mô|công suất"
"""What is measured of a thing, as a pattern."""
WEAK = frozenset("so tong toan nguoi ten nam ngay thang quy moi".split())
LEFT = 0.25
"""What a word without a subject of its own counts, and any word where there is no other."""
# Phrases that frame a question; they say the kind of value asked for, not its subject.
FRAMES = (
    "đặt mục tiêu", "đặt chỉ tiêu", "phần trăm",
    "chỉ tiêu", "kế hoạch", "phấn đấu", "mục tiêu", "thực hiện", "dự kiến", "dự báo", "kết quả", "thực tế",
    "địa bàn", "đặt ra", "đề ra", "hằng năm", "hàng năm", "mỗi năm", "hằng tháng", "hàng tháng", "mỗi tháng",
    "tất cả", "cả thảy", "tổng cộng",
    "cho biết", "cho hỏi", "bao nhiêu", "như thế nào", "thế nào", "tính đến", "hiện nay", "hiện tại", "đến cuối", "đến hết",
)  # fmt: skip
ASKING = frozenset("bao_nhieu cho_biet cho_hoi nhu_the_nao the_nao nam".split())
"""Of these and of `WEAK` those that say nothing of the subject beside another."""
ONE_OF = re.compile(r"\b(?:căn|ngôi|can|ngoi)(?= (?:nhà|hộ|trường|nha|ho|truong)\b)|\b(?:chiếc|chiec)(?= \w)")
"""A word for one of several things, in front of what they are: of "số căn nhà" only "nhà" is asked about."""
GLOSS = 0.6
"""Weight of the Vietnamese for an English word, which may be meant otherwise, against that of a term."""
PERCENT_ASKED = re.compile(r"(bao nhiêu|mấy) ?(%|phần trăm)|%\W*$|\bpercent|\bshare\b")
GRAINS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\b(nhiệm kỳ|giai đoạn|thời kỳ|năm học) (nào|mấy)\b|\bwhich (period|term)\b"), ("period",)),
    (re.compile(r"\b(?:ngày|hôm) (nào|mấy|bao nhiêu)\b|\bnhững ngày nào\b|\b(what|which) (date|day)\b"), ("day",)),
    (re.compile(r"\btháng (nào|mấy)\b|\bwhich month\b"), ("day", "month")),
)
ACTUAL = re.compile(
    r"\b(thực tế|trên thực tế|đã (thu|chi|đạt|thực hiện|giải quyết|có|xây dựng|kết nạp|giảm)|actual|actually|in fact)\b"
)
ALTERNATIVES = re.compile(_EITHER)
LEVEL_ASKED = re.compile(
    r"\b(xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|commune|ward|township|district|town|city"
    r"|province)\b(?=\s+nào\b)|(?<=which )(commune|ward|township|district|town|city|province)"
)
LEVEL_ENGLISH = {
    "commune": "xã", "ward": "phường", "township": "thị trấn", "district": "huyện", "town": "thị xã", "city":
    "thành phố", "province": "tỉnh",
}  # fmt: skip

INCLUDED = re.compile(
    r"\b(?:(?:bao )?gồm cả|kể cả|tính cả|including)\b.*?"
    r"(?=,|\?|$|\s(?:(?:là|đạt|được|có|bằng)\s)?(?:bao nhiêu|mấy)\b)"
)
"""What a whole is said to include is not what is asked for: "tổng vốn gồm cả phần địa phương giao thêm là bao nhiêu?"."""
