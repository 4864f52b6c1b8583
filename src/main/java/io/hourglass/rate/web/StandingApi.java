package io.hourglass.rate.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.SpreadsheetText;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.rate.standing.ChooseDisplay;
import io.hourglass.rate.standing.StandingEvent;
import io.hourglass.rate.standing.StandingEvents;
import io.hourglass.rate.standing.StandingKind;
import io.hourglass.rate.standing.StandingPolicy;
import io.hourglass.rate.standing.StandingRules;
import io.hourglass.rate.standing.Standings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The standing of suppliers: one by one, as an export for a search engine, and as a feed of changes. */
@RestController
@RequestMapping("/api")
@Tag(name = "Standing")
class StandingApi {

    private final Standings standings;
    private final ChooseDisplay display;
    private final StandingEvents events;
    private final PolicyVersions<StandingPolicy> rules;
    private final ChangePolicies change;

    StandingApi(
            Standings standings,
            ChooseDisplay display,
            StandingEvents events,
            PolicyVersions<StandingPolicy> rules,
            ChangePolicies change) {
        this.standings = standings;
        this.display = display;
        this.events = events;
        this.rules = rules;
        this.change = change;
    }

    /** A supplier's choice. */
    @Schema(example = "{\"shown\": true}")
    record DisplayChoice(@NotNull Boolean shown) {}

    /** A change, with its place in the feed. */
    record EventView(long seq, String supplier, StandingEvent.Kind kind, LocalDate on, Instant at) {

        static EventView of(StandingEvents.Numbered numbered) {
            var event = numbered.event();
            return new EventView(numbered.seq(), event.subject().id(), event.kind(), event.on(), event.at());
        }
    }

    /** The rules that are to be in force from a later date on. */
    @Schema(
            example =
                    """
                    {"inForceFrom": "2026-12-01", "gatePercent": 80, "minimumSample": 5, "newcomerSample": 10,
                     "exposureLeast": 0.5, "exposureNeutral": 1, "exposureMost": 1.5,
                     "displayMandatoryFrom": "2027-01-01"}""")
    record NewStandingRules(
            @NotNull LocalDate inForceFrom,
            @NotNull Integer gatePercent,
            @NotNull Integer minimumSample,
            @NotNull Integer newcomerSample,
            @NotNull BigDecimal exposureLeast,
            @NotNull BigDecimal exposureNeutral,
            @NotNull BigDecimal exposureMost,
            @Nullable LocalDate displayMandatoryFrom) {

        StandingRules rules() {
            return StandingRules.builder()
                    .gatePercent(gatePercent)
                    .minimumSample(minimumSample)
                    .newcomerSample(newcomerSample)
                    .exposureLeast(exposureLeast)
                    .exposureNeutral(exposureNeutral)
                    .exposureMost(exposureMost)
                    .displayMandatoryFrom(displayMandatoryFrom)
                    .build();
        }
    }

    @GetMapping("/suppliers/{supplier}/standing")
    @Operation(
            summary = "Where a supplier stands",
            description = "By the latest numbers that are out: rate with sample and interval, what it entitles to, the"
                    + " weight for search results, and whether buyers see it.")
    StandingView standing(@PathVariable String supplier) {
        return StandingView.of(standings.of(new SupplierId(supplier).subject()));
    }

    @PutMapping("/suppliers/{supplier}/display")
    @Operation(
            summary = "Show or hide a supplier's rate",
            description = "It changes the display only. 400 for hiding where the marketplace has made it mandatory.")
    StandingView display(@PathVariable String supplier, @Valid @RequestBody DisplayChoice choice) {
        return StandingView.of(
                display.choose(new ChooseDisplay.Choice(new SupplierId(supplier).subject(), choice.shown())));
    }

    @GetMapping(value = "/standings", produces = "application/json")
    @Operation(
            summary = "All standings",
            description = "By supplier, for a search engine; as CSV at /api/standings.csv, with the same fields.")
    List<StandingView> all() {
        return standings.all(Track.INQUIRY).stream().map(StandingView::of).toList();
    }

    @GetMapping(value = "/standings.csv", produces = "text/csv;charset=UTF-8")
    @Operation(
            summary = "All standings as CSV",
            description =
                    "UTF-8 with a byte order mark; a header, then a line for each supplier; LF. A cell that begins with"
                            + " = + - @ ' a tab or an end of line has an apostrophe before it, for spreadsheets.")
    String allAsCsv() {
        var text = new StringWriter().append(SpreadsheetText.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(StandingView.COLUMNS);
            all().forEach(view -> csv.writeRecord(
                    view.row().stream().map(SpreadsheetText::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @GetMapping("/standing-events")
    @Operation(
            summary = "Changes of standing",
            description = "In order and without gaps. Ask again with `after` set to the last `seq` that you have seen.")
    List<EventView> events(
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @Parameter(description = "At most so many.") @RequestParam(defaultValue = "100") @Range(min = 1, max = 1000)
                    int size) {
        return events.after(after, size).stream().map(EventView::of).toList();
    }

    @GetMapping("/standing-policies")
    @Operation(summary = "The versions of the rules of standing", description = "The last with a date passed applies.")
    List<StandingPolicy> policies() {
        return rules.all();
    }

    @PostMapping("/standing-policies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Set the rules of standing from a later date on",
            description = "Gate, minimum sample, exposure weights, and the date from which no rate may be hidden.")
    StandingPolicy addPolicy(@Valid @RequestBody NewStandingRules rulesToCome) {
        var from = EffectiveFrom.on(rulesToCome.inForceFrom());
        var set = PolicyJson.write(rulesToCome.rules());
        return rules.version(change.activate(StandingKind.NAME, from, set, "").version());
    }
}
