package io.hourglass.portal.auditor;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.seals.Seal;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.portal.Percent;
import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.NumberDrillDown.Behind;
import io.hourglass.rate.Recount;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A published number opened into its inquiries, as they counted then and as they stand now, with all its revisions. */
@Page
class NumbersPage {

    private static final int SIZE = 50;

    private final Publications publications;
    private final NumberDrillDown drillDown;
    private final Recount recount;
    private final Ledger ledger;
    private final SupplierChoice choice;
    private final SupplierNames names;
    private final Policies policies;
    private final Clock clock;

    NumbersPage(
            Publications publications,
            NumberDrillDown drillDown,
            Recount recount,
            Ledger ledger,
            SupplierChoice choice,
            SupplierNames names,
            Policies policies,
            Clock clock) {
        this.publications = publications;
        this.drillDown = drillDown;
        this.recount = recount;
        this.ledger = ledger;
        this.choice = choice;
        this.names = names;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param knownAt on the wall clock of the marketplace zone; null means the present instant */
    record Query(String supplier, LocalDate on, @Nullable LocalDateTime knownAt, boolean recount) {}

    /**
     * One revision.
     *
     * @param local when it was published, on the wall clock of the zone
     * @param root of the seal that holds it: of the first revision alone
     * @param shown whether it is the one that is opened
     */
    record Revision(
            int number,
            @Nullable String rate,
            int timely,
            int countable,
            Instant at,
            String local,
            @Nullable String root,
            boolean shown) {}

    /** An inquiry under the number; {@code counted} and {@code timely} are as it was published. */
    record Row(String inquiry, LocalDate day, InquiryState then, boolean counted, boolean timely, InquiryState now) {

        static Row of(VerdictEntry entry, VerdictEntry now) {
            return new Row(
                    entry.id().value(),
                    entry.day(),
                    InquiryState.of(entry.state()),
                    entry.state().countable(),
                    entry.state().met(),
                    InquiryState.of(now.state()));
        }

        static List<Row> all(Behind behind) {
            return behind.entries().items().stream()
                    .map(entry -> of(entry, behind.now().getOrDefault(entry.id(), entry)))
                    .toList();
        }
    }

    @GetMapping("/audit/numbers")
    ModelAndView open(
            @RequestParam(required = false) @Nullable String supplier,
            @RequestParam(required = false) @Nullable String chosen,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDateTime knownAt,
            @RequestParam(defaultValue = "false") boolean recount,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var asked = choice.of(supplier, chosen);
        var date = on == null ? policies.dayOf(clock.instant()) : on;
        var view = new ModelAndView("auditor/numbers");
        view.addObject("query", new Query(asked.shown(), date, knownAt, recount));
        view.addObject("choice", asked);
        view.addObject("zone", policies.zone().getId());
        view.addObject("format", new ZonedFormat(policies.zone()));
        var id = asked.id();
        if (id != null) {
            add(view, id, date, instant(knownAt), recount, page);
        } else if (asked.isNobody()) {
            view.setStatus(HttpStatus.NOT_FOUND);
        }
        return view;
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(policies.zone()).toInstant();
    }

    private void add(
            ModelAndView view, SupplierId supplier, LocalDate on, @Nullable Instant knownAt, boolean again, int page) {
        try {
            var publication = publications.find(supplier.subject(), on, knownAt);
            view.addObject("name", names.of(List.of(supplier)).apply(supplier));
            view.addObject("publication", publication);
            var number = publication.number();
            if (number != null) {
                view.addObject("rate", Percent.of(number.timely(), number.countable()));
                view.addObject("revisions", revisions(publication, number));
                add(view, drillDown.behind(supplier.subject(), on, knownAt, null, new PageQuery(page, SIZE)));
                view.addObject("recounted", again ? recount.of(supplier.subject(), on, knownAt) : null);
            }
        } catch (NotFound e) {
            view.setStatus(HttpStatus.NOT_FOUND);
            view.addObject("unknown", "knownAt");
        }
    }

    private static void add(ModelAndView view, Behind behind) {
        view.addObject("rows", Row.all(behind));
        view.addObject("paging", Pager.of(behind.entries()));
    }

    private List<Revision> revisions(Publication publication, PublishedNumber shown) {
        var root = ledger.find(TrackDay.ofInquiries(publication.windowTo()))
                .map(Seal::root)
                .orElse(null);
        return publications.revisions(publication.subject(), publication.on(), publication.on()).stream()
                .map(number -> new Revision(
                        number.revision(),
                        Percent.of(number.timely(), number.countable()),
                        number.timely(),
                        number.countable(),
                        number.publishedAt(),
                        new ZonedFormat(policies.zone()).field(number.publishedAt()),
                        number.revision() == 1 ? root : null,
                        number.revision() == shown.revision()))
                .toList();
    }
}
