package io.hourglass.referral.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.policy.ChangePolicies;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.referral.exposure.CollusionReport;
import io.hourglass.referral.exposure.CollusionReport.Suspicion;
import io.hourglass.referral.exposure.Exposures;
import io.hourglass.referral.exposure.Exposures.Exposure;
import io.hourglass.referral.exposure.Exposures.Place;
import io.hourglass.referral.rules.ReferralKind;
import io.hourglass.referral.rules.ReferralPolicy;
import io.hourglass.referral.rules.ReferralRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For those who watch over referrals: the rules, who was shown where, and who gained from whom. */
@RestController
@RequestMapping("/api")
@Tag(name = "Referrals")
class ReferralReportApi {

    private final Exposures exposures;
    private final CollusionReport selfDealing;
    private final PolicyVersions<ReferralPolicy> rules;
    private final ChangePolicies change;
    private final Clock clock;

    ReferralReportApi(
            Exposures exposures,
            CollusionReport selfDealing,
            PolicyVersions<ReferralPolicy> rules,
            ChangePolicies change,
            Clock clock) {
        this.exposures = exposures;
        this.selfDealing = selfDealing;
        this.rules = rules;
        this.change = change;
        this.clock = clock;
    }

    /** A supplier in an offer. */
    record ExposureView(
            String inquiry,
            String asked,
            String supplier,
            int place,
            boolean newcomer,
            @Schema(description = "Whether the buyer saw the offer.") boolean shown,
            boolean picked,
            Instant at) {

        static ExposureView of(Exposure exposure) {
            return new ExposureView(
                    exposure.inquiry().value(),
                    exposure.asked().value(),
                    exposure.supplier().value(),
                    exposure.place(),
                    exposure.newcomer(),
                    exposure.shown(),
                    exposure.picked(),
                    exposure.at());
        }
    }

    /** A supplier that did not serve its buyers, and one that gained them. */
    record SuspicionView(
            String asked,
            String gainer,
            @Schema(description = "Inquiries that went from the one to the other.") int picks,
            @Schema(description = "All that the one lost to any supplier.") int lost,
            @Schema(description = "All that the other gained from any supplier.") int gained,
            @Schema(description = "How many times more than if gains were spread evenly.") double lift,
            boolean affiliates) {

        static SuspicionView of(Suspicion pair) {
            return new SuspicionView(
                    pair.asked().value(),
                    pair.gainer().value(),
                    pair.picks(),
                    pair.lost(),
                    pair.gained(),
                    pair.lift(),
                    pair.affiliates());
        }
    }

    /** The rules that are to be in force from a later instant on. */
    @Schema(
            example =
                    """
                    {"inForceFrom": "2026-12-01T00:00:00Z", "rules":
                     {"picksAtMost": 3, "linkStaysForDays": 30, "periodDays": 30, "asksPerBuyer": 20, "gainAtLeast": 20,
                      "gainPercent": 50, "rejectionRememberedDays": 180,
                      "fit": {"declared": 0.6, "words": 0.2, "backOff": {"inquiries": {"ELSEWHERE": 20.0, "CATEGORY": 5.0,
                       "ASKED_IN_CATEGORY": 5.0, "ASKED": 10.0, "IN_CATEGORY": 20.0, "BUYER": 10.0}}},
                      "ranking": {"offeredAtMost": 6, "relevancePower": 1.0, "reliabilityPower": 1.0, "roomPower": 1.0,
                       "leastReliability": 0.1, "newcomerSample": 10, "newcomerShare": 0.1, "newcomerPlace": 3}}}""")
    record NewReferralRules(
            @NotNull Instant inForceFrom, @Schema(implementation = ReferralRules.class) @NotNull JsonNode rules) {}

    @GetMapping("/referrals/exposures")
    @Operation(
            summary = "The exposure ledger",
            description = "Who was offered at which place, whether the buyer saw it, and whether it picked.")
    List<ExposureView> exposures(
            @RequestParam(defaultValue = "30") @Range(min = 1, max = 366) int days,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = 1000) int size) {
        var asked = new PageQuery(page, size);
        return exposures.ledger(daysAgo(days), asked.offset(), size).stream()
                .map(ExposureView::of)
                .toList();
    }

    @GetMapping("/referrals/places")
    @Operation(
            summary = "How often each place was shown and picked",
            description = "The bias by position: what is picked less further down, regardless of the supplier.")
    List<Place> places(@RequestParam(defaultValue = "30") @Range(min = 1, max = 366) int days) {
        return exposures.places(daysAgo(days));
    }

    @GetMapping("/referrals/self-dealing")
    @Operation(
            summary = "Who gains from whom more than chance has it",
            description =
                    "Over the period of the rules: affiliates first, then by how far picks exceed an even spread.")
    List<SuspicionView> selfDealing() {
        return selfDealing.report().stream().map(SuspicionView::of).toList();
    }

    @GetMapping("/referral-policies")
    @Operation(
            summary = "The versions of the rules of referrals",
            description = "The last whose instant has passed applies.")
    List<ReferralPolicy> policies() {
        return rules.all();
    }

    @PostMapping("/referral-policies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Set the rules of referrals from a later instant on",
            description = "All of them: take the last version as a template.")
    ReferralPolicy addPolicy(@Valid @RequestBody NewReferralRules rulesToCome) {
        var from = EffectiveFrom.at(rulesToCome.inForceFrom());
        return rules.version(change.activate(ReferralKind.NAME, from, rulesToCome.rules(), "rules")
                .version());
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
