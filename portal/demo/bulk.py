"""Many articles quickly, for measuring: no pictures, short invented texts, no workflow in between."""

import random
from datetime import datetime, timedelta

from django.db import transaction

from audit.record import record_all, row
from departments.models import Department, User
from news.models import Article, Category, Edition, State
from portal.demo.progress import bar

_BATCH = 1000
_YEARS = 10
# The newest of the demo stay in front, so that first pages are the same with few articles and with many.
_IN_FRONT = 40
_DEEDS = ("Khởi công", "Nghiệm thu", "Lấy ý kiến về", "Rà soát", "Bàn giao", "Sửa chữa", "Thông báo về", "Kết quả đo")
_THINGS = ("tuyến đường", "kênh tưới", "trường mầm non", "trạm bơm", "nhà văn hóa", "hồ chứa", "chợ", "khu tái định cư")
_PLACES = ("Lam Khê", "Đồng Xuân", "Hà Thượng", "Bản Mường", "Xuân Lộc Đông", "Ngọc Sơn Thượng", "Phú Bình", "Vạn Hà")
_SENTENCES = (
    "Công việc được chia thành ba đợt để người dân không phải nghỉ chợ.",
    "Ban quản lý niêm yết lịch làm việc tại nhà văn hóa thôn.",
    "Mọi góp ý xin gửi về bộ phận một cửa trong giờ hành chính.",
    "Kinh phí do ngân sách tỉnh và phần đóng góp tự nguyện.",
    "Tổ giám sát cộng đồng có mặt từ ngày đầu.",
    "Kết quả sẽ được công bố trên cổng khi có đủ số liệu.",
)


def add(number: int, *, now: datetime, by: User, approver: User) -> None:
    """Add `number` published articles, spread over the last ten years and all departments and categories."""
    chance = random.Random(number)
    departments = list(Department.objects.all())
    categories = list(Category.objects.all())
    front = Edition.objects.public(now).newest_first()[:_IN_FRONT]
    newest = min((edition.dated_at for edition in front if edition.dated_at), default=now)
    starts = range(0, number, _BATCH)
    for start in bar(starts, "Bài để đo", len(starts)):
        moments = [newest - timedelta(seconds=chance.randrange(60, _YEARS * 365 * 86400)) for _ in range(_BATCH)]
        _add_batch(moments[: number - start], chance, departments, categories, by, approver)


@transaction.atomic
def _add_batch(
    moments: list[datetime],
    chance: random.Random,
    departments: list[Department],
    categories: list[Category],
    by: User,
    approver: User,
) -> None:
    articles = Article.objects.bulk_create(
        Article(department=chance.choice(departments), created_at=moment, created_by=by) for moment in moments
    )
    editions = Edition.objects.bulk_create(
        _edition(article, chance.choice(categories), moment, chance, by=by, approver=approver)
        for article, moment in zip(articles, moments, strict=True)
    )
    record_all([row("edition.imported", edition, by=approver, now=edition.live_from) for edition in editions])


def _edition(
    article: Article, category: Category, moment: datetime, chance: random.Random, *, by: User, approver: User
) -> Edition:
    return Edition(
        article=article,
        department=article.department,
        category=category,
        state=State.APPROVED,
        title=_title(chance),
        lead=chance.choice(_SENTENCES),
        body="".join(f"<p>{' '.join(chance.sample(_SENTENCES, 3))}</p>" for _ in range(4)),
        dated_at=moment,
        live_from=moment,
        created_at=moment,
        created_by=by,
        changed_at=moment,
        changed_by=by,
        approved_at=moment,
        approved_by=approver,
    )


def _title(chance: random.Random) -> str:
    deed, thing, place = chance.choice(_DEEDS), chance.choice(_THINGS), chance.choice(_PLACES)
    return f"{deed} {thing} xã {place} đợt {chance.randrange(1, 400)}"
