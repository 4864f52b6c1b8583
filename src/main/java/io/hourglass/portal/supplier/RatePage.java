package io.hourglass.portal.supplier;

import static java.util.stream.Collectors.toMap;

import io.hourglass.diagnosis.Diagnoses;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.State;
import io.hourglass.portal.Percent;
import io.hourglass.portal.chips.Chips;
import io.hourglass.rate.NumberDrillDown;
import io.hourglass.rate.numbers.Publication.Status;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.provisional.ProvisionalFigures;
import io.hourglass.rate.standing.ChooseDisplay;
import io.hourglass.rate.standing.Standing;
import io.hourglass.rate.standing.Standings;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supplier's rate: the number, what is under it, what would raise it, and whether buyers see it (R25, R29, R32). */
@Page
@RequestMapping("/suppliers/{supplier}")
class RatePage extends SuppliersPage {

    private static final int SIZE = 20;

    private final SupplierPageSupport pages;
    private final Standings standings;
    private final ChooseDisplay display;
    private final NumberHistory history;
    private final NumberDrillDown drillDown;
    private final ProvisionalFigures figures;
    private final Diagnoses diagnoses;
    private final Clock clock;

    RatePage(
            SupplierPageSupport pages,
            Standings standings,
            ChooseDisplay display,
            NumberHistory history,
            NumberDrillDown drillDown,
            ProvisionalFigures figures,
            Diagnoses diagnoses,
            Clock clock) {
        this.pages = pages;
        this.standings = standings;
        this.display = display;
        this.history = history;
        this.drillDown = drillDown;
        this.figures = figures;
        this.diagnoses = diagnoses;
        this.clock = clock;
    }

    /** @param state of the inquiries under the number, these alone; null for all */
    @GetMapping("/rate")
    ModelAndView show(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable InquiryState state,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        return page(new SupplierId(supplier), state, page, HttpStatus.OK);
    }

    @PostMapping("/display")
    ModelAndView choose(
            @PathVariable String supplier, @RequestParam boolean shown, Locale locale, RedirectAttributes flash) {
        var own = new SupplierId(supplier);
        try {
            display.choose(new ChooseDisplay.Choice(own.subject(), shown));
        } catch (InvalidInput e) {
            return page(own, null, 0, HttpStatus.CONFLICT)
                    .addObject("mistake", pages.say(locale, "supplier.mistake.MANDATORY"));
        }
        flash.addFlashAttribute("said", pages.say(locale, "supplier.said.shown." + shown));
        return SupplierPageSupport.backTo(supplier, "rate");
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping("/display")
    ModelAndView back(@PathVariable String supplier) {
        return SupplierPageSupport.backAsAsked(supplier, "rate");
    }

    private ModelAndView page(SupplierId supplier, @Nullable InquiryState state, int page, HttpStatus status) {
        var answer = pages.page("rate", supplier, status);
        var standing = standings.of(supplier.subject());
        var publication = standing.publication();
        var number = publication.number();
        var figure = figures.of(supplier.subject());
        if (publication.status() == Status.PUBLISHED) {
            var under = drillDown.behind(supplier.subject(), publication.on(), null, state, new PageQuery(page, SIZE));
            answer.addObject("under", under)
                    .addObject(
                            "chips",
                            Chips.by("state", state)
                                    .at("under")
                                    .addAll(InquiryState.class, "trace.state.", byState(under.states())))
                    .addObject("paging", Pager.of(under.entries()).at("under"));
            addUnseen(answer, byState(under.states()), number);
        } else if (publication.status() == Status.NO_DATA) {
            addUnseen(answer, byState(drillDown.uncounted(publication, clock.instant())), null);
        }
        if (number != null && number.isRestated()) {
            answer.addObject("restated", history.restated(number));
        }
        return answer.addObject("standing", standing)
                .addObject("rate", number == null ? null : Percent.of(number.timely(), number.countable()))
                .addObject("lower", bound(standing, true))
                .addObject("upper", bound(standing, false))
                .addObject("trend", history.trend(supplier, publication.on()))
                .addObject("figure", figure)
                .addObject("provisional", Percent.of(figure.timely(), figure.countable()))
                .addObject("lowest", Percent.of(figure.timely(), figure.owed()))
                .addObject("highest", Percent.of(figure.timely() + figure.undecided(), figure.owed()))
                .addObject("undecided", Percent.of(figure.undecided(), figure.owed()))
                .addObject("diagnosis", diagnoses.of(supplier));
    }

    /** How many were left out since nobody can say whether they were answered, and which share of the others the number covers (R20). */
    private static void addUnseen(
            ModelAndView answer, Map<InquiryState, Integer> states, @Nullable PublishedNumber number) {
        int unverified = states.getOrDefault(InquiryState.UNVERIFIED, 0);
        if (unverified > 0) {
            var countable = number == null ? 0 : number.countable();
            answer.addObject("unverified", unverified)
                    .addObject("covered", Percent.of(countable, countable + unverified));
        }
    }

    private static Map<InquiryState, Integer> byState(Map<State, Integer> counts) {
        return counts.entrySet().stream()
                .collect(toMap(count -> InquiryState.of(count.getKey()), Map.Entry::getValue, Integer::sum));
    }

    private static @Nullable String bound(Standing standing, boolean lower) {
        var interval = standing.interval();
        if (interval == null) {
            return null;
        }
        return lower
                ? Percent.bound(interval.lower(), RoundingMode.FLOOR)
                : Percent.bound(interval.upper(), RoundingMode.CEILING);
    }
}
