package io.hourglass.portal.alternatives;

import io.hourglass.access.callers.Viewer;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.market.profiles.CategoryPath;
import io.hourglass.portal.Answer;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.Alternatives.Course;
import io.hourglass.referral.links.BuyerLinks;
import io.hourglass.referral.offers.Pick;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page says. */
@Component
class BuyersViews {

    private final LinkedInquiries linked;
    private final InquiryFiles files;
    private final Alternatives alternatives;
    private final SupplierNames suppliers;
    private final OfferCards cards;
    private final BuyerLinks links;
    private final Viewer viewer;

    BuyersViews(
            LinkedInquiries linked,
            InquiryFiles files,
            Alternatives alternatives,
            SupplierNames suppliers,
            OfferCards cards,
            BuyerLinks links,
            Viewer viewer) {
        this.linked = linked;
        this.files = files;
        this.alternatives = alternatives;
        this.suppliers = suppliers;
        this.cards = cards;
        this.links = links;
        this.viewer = viewer;
    }

    /** @throws NoSuchLink if the token leads nowhere */
    @Transactional(readOnly = true)
    public BuyersView of(String token, Locale locale) {
        var opened = linked.open(token);
        var file = opened.file();
        var inquiry = file.inquiry();
        var course = alternatives.find(inquiry.id()).orElse(null);
        var names = namesOf(inquiry.supplier(), course);
        var clocks = file.judgement().clocks();
        return new BuyersView(
                token,
                course == null ? Stage.of(file) : Stage.of(course.state()),
                names.apply(inquiry.supplier()),
                inquiry.buyer().value(),
                file.text().subject(),
                file.text().body(),
                file.keptInPart(),
                CategoryPath.shown(inquiry.category()),
                shown(inquiry.receivedAt()),
                BuyerStatus.of(file),
                shown(clocks.replyDeadline()),
                shown(clocks.offerExpires()),
                shown(opened.expires()),
                Answer.in(file, zone()),
                course == null ? null : shown(course.referral().askedAt()),
                course == null
                        ? List.of()
                        : cards.of(course.offer(), course.referral().askedAt(), names, locale),
                course == null ? 0 : course.picksAtMost(),
                course == null ? List.of() : followed(course.picks(), names),
                course == null ? null : CategoryPath.shown(course.referral().nearest()));
    }

    private List<Followed> followed(List<Pick> picks, Function<SupplierId, String> names) {
        return picks.stream()
                .map(pick -> followed(files.open(pick.newInquiry()), names.apply(pick.supplier())))
                .toList();
    }

    private Followed followed(InquiryFile file, String name) {
        var became = BuyerStatus.of(file);
        var clocks = file.judgement().clocks();
        return new Followed(
                name, became, shown(clocks.replyDeadline()), Answer.in(file, zone()), ownPage(file, became));
    }

    /** Once it turned out badly there is more to do on the page of its own. */
    private @Nullable String ownPage(InquiryFile file, BuyerStatus became) {
        return switch (became) {
            case REJECTED, UNANSWERED, NOT_VISIBLE ->
                links.sign(
                        file.inquiry().id(),
                        file.inquiry().buyer(),
                        file.judgement().clocks().offerExpires());
            case WAITING, ANSWERED, WITHDRAWN, SET_ASIDE -> null;
        };
    }

    private Function<SupplierId, String> namesOf(SupplierId asked, @Nullable Course course) {
        var all = new HashSet<SupplierId>();
        all.add(asked);
        if (course != null) {
            course.offer().forEach(one -> all.add(one.supplier()));
            course.picks().forEach(pick -> all.add(pick.supplier()));
        }
        return suppliers.of(all);
    }

    private Shown shown(Instant instant) {
        return new ZonedFormat(zone()).shownExactly(instant);
    }

    private ZoneId zone() {
        return viewer.zone();
    }
}
