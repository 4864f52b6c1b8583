package io.hourglass.inquiry.web;

import static java.util.stream.Collectors.toMap;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.seals.Seal;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.State;
import io.hourglass.market.Suppliers;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.Recount;
import io.hourglass.rate.numbers.Publications;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.provisional.ProvisionalFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/suppliers")
@Tag(name = "Suppliers")
class SupplierNumbersApi {

    private static final String ON = "The date of publication; today in the marketplace zone if left out.";
    private static final String KNOWN_AT =
            "The revision is the latest that was out at this instant; 404 if none was. The latest of all if left out.";

    private final Suppliers suppliers;
    private final Publications publications;
    private final NumberDrillDown behind;
    private final ProvisionalFigures figures;
    private final Ledger ledger;
    private final Recount recount;

    SupplierNumbersApi(
            Suppliers suppliers,
            Publications publications,
            NumberDrillDown behind,
            ProvisionalFigures figures,
            Ledger ledger,
            Recount recount) {
        this.suppliers = suppliers;
        this.publications = publications;
        this.behind = behind;
        this.figures = figures;
        this.ledger = ledger;
        this.recount = recount;
    }

    /** A number as it was published, and as it is counted today. */
    record RecountView(
            String supplier,
            LocalDate on,
            int revision,
            LocalDate windowFrom,
            LocalDate windowTo,
            int timely,
            int countable,
            int recountedTimely,
            int recountedCountable,
            boolean equal,
            @Schema(description = "The inquiries that count otherwise.") List<DifferenceView> differences) {

        record DifferenceView(String inquiry, @Nullable InquiryState published, @Nullable InquiryState recounted) {

            static DifferenceView of(Recount.Difference difference) {
                return new DifferenceView(
                        difference.id().value(), state(difference.published()), state(difference.recounted()));
            }
        }

        private static @Nullable InquiryState state(@Nullable State state) {
            return state == null ? null : InquiryState.of(state);
        }

        static RecountView of(Recount.Recounted recounted) {
            var number = recounted.published();
            return new RecountView(
                    number.subject().id(),
                    number.publishedOn(),
                    number.revision(),
                    number.windowFrom(),
                    number.windowTo(),
                    number.timely(),
                    number.countable(),
                    recounted.timely(),
                    recounted.countable(),
                    recounted.equal(),
                    recounted.differences().stream().map(DifferenceView::of).toList());
        }
    }

    @GetMapping
    @Operation(summary = "The suppliers", description = "By id, each with what is published of it today.")
    List<SupplierView> some(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        var some = suppliers.some(new PageQuery(page, size).offset(), size);
        var today = publications.today(
                Track.INQUIRY, some.stream().map(one -> one.id().subject()).toList());
        return IntStream.range(0, some.size())
                .mapToObj(at -> SupplierView.of(some.get(at), today.get(at)))
                .toList();
    }

    @GetMapping("/{supplier}/published-number")
    @Operation(
            summary = "A supplier's published number on a date",
            description =
                    "With its sample and its window. NO_DATA: the date's numbers are out, and this supplier had no"
                            + " countable inquiry. NOT_PUBLISHED: the date's numbers are not out.")
    NumberView publishedNumber(
            @PathVariable String supplier,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false) @Nullable Instant knownAt) {
        var publication = publications.find(new SupplierId(supplier).subject(), on, knownAt);
        var number = publication.number();
        return NumberView.of(
                publication, number == null ? null : rootsOf(List.of(number)).get(number.windowTo()));
    }

    @GetMapping("/{supplier}/published-numbers")
    @Operation(
            summary = "A supplier's published numbers, each with all its revisions",
            description =
                    "By date and revision. A number changes by a further revision alone: the first stays as it is.")
    List<NumberView> publishedNumbers(
            @PathVariable String supplier,
            @Parameter(description = "The first date of publication; 29 days before `to` if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last, included; today in the marketplace zone if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to) {
        var numbers = publications.revisions(new SupplierId(supplier).subject(), from, to);
        var roots = rootsOf(numbers);
        return numbers.stream()
                .map(number -> NumberView.of(number, roots.get(number.windowTo())))
                .toList();
    }

    @GetMapping("/{supplier}/published-number/inquiries")
    @Operation(
            summary = "The inquiries under a published number",
            description =
                    "Exactly those of its window, by day and id, with the verdicts as they stood when the revision was"
                            + " published: they always add up to it. 404 where there is no number.")
    CasesBehindNumber inquiriesUnder(
            @PathVariable String supplier,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false) @Nullable Instant knownAt,
            @Parameter(description = "Those in this state alone.") @RequestParam(required = false) @Nullable
                    InquiryState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        return CasesBehindNumber.of(
                behind.behind(new SupplierId(supplier).subject(), on, knownAt, state, new PageQuery(page, size)));
    }

    @GetMapping("/{supplier}/published-number/recount")
    @Operation(
            summary = "A published number, counted again",
            description =
                    "From the facts that were known when the day was locked, and for a later revision also from those that a"
                            + " dispute had let in by then; 404 where there is no number.")
    RecountView recount(
            @PathVariable String supplier,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @Parameter(description = KNOWN_AT) @RequestParam(required = false) @Nullable Instant knownAt) {
        return RecountView.of(recount.of(new SupplierId(supplier).subject(), on, knownAt));
    }

    @GetMapping("/{supplier}/provisional-figure")
    @Operation(
            summary = "A supplier's provisional figure",
            description = "Over the thirty days up to today, live, with its undecided share and its bounds.")
    FigureView provisionalFigure(@PathVariable String supplier) {
        return FigureView.of(figures.of(new SupplierId(supplier).subject()));
    }

    /** By the last day of their windows; those from before there was a ledger have none. */
    private Map<LocalDate, String> rootsOf(List<PublishedNumber> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        var days = numbers.stream().map(PublishedNumber::windowTo).sorted().toList();
        return ledger.between(Track.INQUIRY, days.get(0), days.get(days.size() - 1)).stream()
                .collect(toMap(Seal::day, Seal::root));
    }
}
