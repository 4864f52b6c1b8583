package io.hourglass.chat.web;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.diagnosis.Cause;
import io.hourglass.chat.diagnosis.DayShadow;
import io.hourglass.chat.diagnosis.Finding;
import io.hourglass.chat.diagnosis.Overlap;
import io.hourglass.chat.diagnosis.Share;
import io.hourglass.chat.supervision.ChatDiagnoses.Diagnosed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A diagnosis of chat. Rates are given as whole numbers: answered of countable. */
record ChatDiagnosisView(
        LocalDate from,
        LocalDate to,
        @Schema(description = "By whose wall clock hours are told.") ZoneId zone,
        ShareView now,
        @Schema(description = "Of as many days before.") ShareView before,
        @Schema(description = "Whether both have a rate, and this one is the lower.") boolean fallen,
        @Schema(description = "First those that have grown most.") List<FindingView> findings,
        @Schema(description = "How many unanswered consultations have just these causes; without any: not explained.")
                List<Overlap> overlaps,
        @Schema(description = "Of the published number: its days, in their order.") List<ShadowView> shadows,
        @Schema(
                        description =
                                "The whole hours of each weekday in which persons usually write, by account; none where not known.")
                Map<String, Map<DayOfWeek, Set<Integer>>> usualHours) {

    record ShareView(int answered, int countable) {

        static ShareView of(Share share) {
            return new ShareView(share.answered(), share.countable());
        }
    }

    record FindingView(
            Cause cause,
            @Schema(description = "Of ONE_ACCOUNT; else null.") @Nullable String account,
            @Schema(description = "The unanswered ones behind it, by their opening.") List<String> consultations,
            @Schema(description = "How many there were in the days before.") int before,
            @Schema(description = "Of how many it is the only cause.") int alone,
            @Schema(description = "The rate if these had not been.") ShareView without) {

        static FindingView of(Finding finding) {
            var account = finding.account();
            return new FindingView(
                    finding.cause(),
                    account == null ? null : account.value(),
                    finding.consultations().stream()
                            .map(one -> one.id().value())
                            .toList(),
                    finding.before(),
                    finding.alone(),
                    ShareView.of(finding.without()));
        }
    }

    record ShadowView(
            LocalDate day,
            ShareView ofDay,
            @Schema(description = "The published number.") ShareView number,
            @Schema(description = "What it would be without the day.") ShareView without,
            boolean lowers,
            @Schema(description = "The first date whose number does not cover it any more.") LocalDate leavesOn) {

        static ShadowView of(DayShadow shadow) {
            return new ShadowView(
                    shadow.day(),
                    ShareView.of(shadow.ofDay()),
                    ShareView.of(shadow.number()),
                    ShareView.of(shadow.without()),
                    shadow.lowers(),
                    shadow.leavesOn());
        }
    }

    static ChatDiagnosisView of(Diagnosed diagnosed) {
        var diagnosis = diagnosed.diagnosis();
        return new ChatDiagnosisView(
                diagnosis.span().from(),
                diagnosis.span().to(),
                diagnosed.zone(),
                ShareView.of(diagnosis.now()),
                ShareView.of(diagnosis.before()),
                diagnosis.hasFallen(),
                diagnosis.findings().stream().map(FindingView::of).toList(),
                diagnosis.overlaps(),
                diagnosed.shadows().stream().map(ShadowView::of).toList(),
                diagnosis.usualHours().entrySet().stream()
                        .collect(toMap(
                                one -> one.getKey().value(), Map.Entry::getValue, (one, other) -> one, TreeMap::new)));
    }
}
