package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Viewer;
import io.hourglass.audit.Proofs;
import io.hourglass.audit.Proofs.Proof;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.audit.seals.Seal;
import io.hourglass.audit.seals.Seals;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The seals, whether the ledger is as it was sealed, and what to take home to check that without us. */
@Page
@RequestMapping("/audit/ledger")
class LedgerPage {

    private static final int SIZE = 30;

    private final Seals seals;
    private final CheckLedger check;
    private final Proofs proofs;
    private final Viewer viewer;

    LedgerPage(Seals seals, CheckLedger check, Proofs proofs, Viewer viewer) {
        this.seals = seals;
        this.check = check;
        this.proofs = proofs;
        this.viewer = viewer;
    }

    /** A proof that is not there. */
    private static final class NoProof extends RuntimeException {

        private final String inquiry;

        NoProof(String inquiry, NotFound cause) {
            super(cause);
            this.inquiry = inquiry;
        }
    }

    record SealView(LocalDate day, String root, int entries, Shown at) {}

    @Transactional(propagation = Propagation.SUPPORTS) // a check is long: each day in its own transaction
    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "false") boolean checked,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) int page)
            throws IOException {
        var view = page(page);
        view.addObject("from", from);
        view.addObject("to", to);
        view.addObject("state", checked ? check.check(Track.INQUIRY, from, to) : null);
        return view;
    }

    /** The file itself comes from the API. */
    @GetMapping("/export")
    RedirectView export(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var file = UriComponentsBuilder.fromPath("/api/ledger/export");
        if (from != null) {
            file.queryParam("from", from);
        }
        if (to != null) {
            file.queryParam("to", to);
        }
        return SeeOther.to(file.toUriString());
    }

    @GetMapping("/proof")
    ResponseEntity<Proof> proof(@RequestParam(defaultValue = "") String inquiry) {
        var id = inquiry.strip();
        var file = ContentDisposition.attachment()
                .filename("proof-" + id + ".json", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(proofOf(id));
    }

    private Proof proofOf(String id) {
        try {
            return proofs.of(new InquiryId(id));
        } catch (NotFound e) {
            throw new NoProof(id, e);
        }
    }

    @ExceptionHandler
    ModelAndView noProof(NoProof e) {
        var view = page(0);
        view.setStatus(HttpStatus.NOT_FOUND);
        view.addObject("unproven", e.inquiry);
        return view;
    }

    private ModelAndView page(int page) {
        var found = new PageQuery(page, SIZE).from((offset, limit) -> seals.latest(Track.INQUIRY, offset, limit));
        var shown = found.items().stream().map(this::view).toList();
        var view = new ModelAndView("auditor/ledger");
        view.addObject("seals", shown);
        view.addObject("last", last(shown));
        view.addObject("paging", Pager.of(found));
        return view;
    }

    private @Nullable SealView last(List<SealView> shown) {
        return shown.isEmpty()
                ? null
                : seals.last(Track.INQUIRY).map(this::view).orElse(null);
    }

    private SealView view(Seal seal) {
        return new SealView(
                seal.day(), seal.root(), seal.entries(), viewer.format().shown(seal.sealedAt()));
    }
}
