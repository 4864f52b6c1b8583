package io.hourglass.audit.web;

import io.hourglass.audit.CaseDays;
import io.hourglass.audit.LedgerExport;
import io.hourglass.audit.Proofs;
import io.hourglass.audit.Proofs.Proof;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.LedgerState;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.tracks.ByTrack;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Ledger")
class LedgerApi {

    private static final String TRACK = "Of which track; inquiries if left out.";

    private final Seals seals;
    private final LedgerExport export;
    private final CheckLedger check;
    private final Proofs proofs;
    private final ByTrack<CaseDays> tracks;

    LedgerApi(Seals seals, LedgerExport export, CheckLedger check, Proofs proofs, List<CaseDays> tracks) {
        this.tracks = new ByTrack<>(tracks);
        this.seals = seals;
        this.export = export;
        this.check = check;
        this.proofs = proofs;
    }

    private Track known(String track) {
        return tracks.of(new Track(track)).track();
    }

    /** A day's seal, without what it seals. */
    record SealView(
            LocalDate day,
            @Schema(description = "The date of the numbers under it; left out where there are none.") @Nullable
                    LocalDate publishedOn,
            String root,
            @Schema(description = "The root of the day before.") @Nullable String formerRoot,
            int entries,
            Instant sealedAt) {

        static SealView of(Seal seal) {
            return new SealView(
                    seal.day(),
                    seal.sealed().publishedOn(),
                    seal.root(),
                    seal.former(),
                    seal.entries(),
                    seal.sealedAt());
        }
    }

    @GetMapping("/ledger/seals")
    @Operation(summary = "The seals of the ledger", description = "One for each closed day, the latest first.")
    List<SealView> seals(
            @Parameter(description = TRACK) @RequestParam(defaultValue = "INQUIRY") String track,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        return seals.latest(known(track), new PageQuery(page, size).offset(), size).stream()
                .map(SealView::of)
                .toList();
    }

    @Transactional(propagation = Propagation.SUPPORTS) // a reader may be slow: each day in its own transaction
    @GetMapping(path = "/ledger/export")
    @Operation(
            summary = "The ledger, to be checked elsewhere",
            description = "application/x-ndjson, in day order: for each sealed day a line about its seal, then its"
                    + " entries. No names, no texts.")
    void export(
            @Parameter(description = TRACK) @RequestParam(defaultValue = "INQUIRY") String track,
            @Parameter(description = "The first day; the first of all if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day, included; the last of all if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            HttpServletResponse response)
            throws IOException {
        var days = export.days(known(track), from, to);
        response.setContentType("application/x-ndjson");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.ndjson\"");
        var out = new BufferedOutputStream(response.getOutputStream());
        for (var seal : days) {
            export.write(seal, out);
        }
        out.flush();
    }

    @Transactional(propagation = Propagation.SUPPORTS) // it is long: each day in its own transaction
    @GetMapping("/ledger/check")
    @Operation(
            summary = "Is the ledger as it was sealed?",
            description = "Told anew from what is kept, and compared entry by entry. It reads as much as an export.")
    LedgerState check(
            @Parameter(description = TRACK) @RequestParam(defaultValue = "INQUIRY") String track,
            @Parameter(description = "The first day; the first of all if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day, included; the last of all if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to)
            throws IOException {
        return check.check(known(track), from, to);
    }

    @GetMapping("/inquiries/{inquiry}/proof")
    @Operation(
            summary = "The proof that an inquiry is in the ledger",
            description =
                    "The entries of the inquiry, each with its way up to the root of the seal that holds it: its day's,"
                            + " and for what came after the close, a later one's. 404 until a seal holds one.")
    Proof proof(@PathVariable String inquiry) {
        return proofs.of(new InquiryId(inquiry));
    }
}
