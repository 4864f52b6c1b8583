package io.hourglass.trace.web;

import io.hourglass.evidence.Facts.Told;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.books.VerdictEntry;
import io.hourglass.trace.CaseTraces;
import io.hourglass.trace.CaseTraces.CaseTrace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Traces")
class CaseTraceApi {

    private final CaseTraces traces;
    private final OutgoingMails mails;

    CaseTraceApi(CaseTraces traces, OutgoingMails mails) {
        this.traces = traces;
        this.mails = mails;
    }

    record CaseTraceView(
            String track,
            String id,
            LocalDate day,
            @Schema(description = "By occurrence.") List<CaseFactView> facts,
            @Schema(description = "Of the books, in their order.") List<CaseEntryView> entries,
            @Schema(description = "What people were told about it by mail.") List<MailTrace> mails,
            @Schema(description = "The first date whose published numbers cover the day.") LocalDate publishedFrom,
            @Schema(description = "The last of them.") LocalDate publishedTo,
            @Schema(description = "Of the seal that holds it; absent while the books of its day are open.") @Nullable
                    String root) {

        static CaseTraceView of(CaseTrace trace, List<MailTrace> mails) {
            return new CaseTraceView(
                    trace.day().track().name(),
                    trace.id(),
                    trace.day().day(),
                    trace.facts().stream().map(CaseFactView::of).toList(),
                    trace.entries().stream().map(CaseEntryView::of).toList(),
                    mails,
                    trace.numbers().from(),
                    trace.numbers().to(),
                    trace.seal() == null ? null : trace.seal().root());
        }
    }

    record CaseFactView(
            String id,
            String kind,
            @Nullable AuthorKind author,
            Channel channel,
            Instant occurredAt,
            Instant recordedAt,
            @Schema(description = "Recorded after the close of the case's day.") boolean late,
            @Nullable String about) {

        static CaseFactView of(Told told) {
            var fact = told.stored().fact();
            return new CaseFactView(
                    fact.id().value(),
                    fact.kind().name(),
                    fact.author(),
                    told.stored().channel(),
                    fact.occurredAt(),
                    fact.recordedAt(),
                    told.stored().late(),
                    Objects.toString(fact.about(), null));
        }
    }

    record CaseEntryView(
            int seq,
            String state,
            String rule,
            @Nullable String decidingFact,
            @Nullable String anchor,
            int policyVersion,
            Cause cause,
            Instant bookedAt) {

        static CaseEntryView of(VerdictEntry entry) {
            var anchor = entry.anchor();
            return new CaseEntryView(
                    entry.seq(),
                    entry.state().name(),
                    entry.rule().name(),
                    Objects.toString(entry.decidingFact(), null),
                    anchor == null ? null : anchor.value(),
                    entry.policyVersion(),
                    entry.cause(),
                    entry.bookedAt());
        }
    }

    @GetMapping("/api/tracks/{track}/cases/{case}/trace")
    @Operation(
            summary = "What is kept of a case of any SLA process",
            description =
                    "Its facts, its entries in the books, and where it is published and sealed; of an inquiry there is"
                            + " more at /api/inquiries/{inquiry}/trace.")
    CaseTraceView trace(@PathVariable String track, @PathVariable("case") String id) {
        return CaseTraceView.of(traces.of(new Track(track), id), MailTrace.of(mails, new Track(track), id));
    }
}
