package io.hourglass.chat.web;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.supervision.ChatDiagnoses;
import io.hourglass.chat.supervision.ChatDiagnoses.Whose;
import io.hourglass.kernel.ids.SupplierId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a shop's chat reply rate fell, and what each of its accounts did. */
@RestController
@RequestMapping("/api/chat/shops/{supplier}")
@Tag(name = "Chat")
class SupervisionApi {

    private final ChatDiagnoses diagnoses;

    SupervisionApi(ChatDiagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    /** By what the rows of a table are. */
    enum Period {
        DAY,
        WEEK
    }

    @GetMapping("/diagnosis")
    @Operation(
            summary = "Why the chat reply rate is what it is",
            description =
                    "Of a shop, or of one of its accounts: the days from and to (at most 31, both included; the seven before"
                            + " today if left out), compared with as many before. Each cause with the unanswered consultations behind it"
                            + " and the rate without them; they overlap, and must not be added up. With the days that lower the"
                            + " published number, and when each leaves it.")
    ChatDiagnosisView diagnosis(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return ChatDiagnosisView.of(diagnoses.of(whose(supplier, account), diagnoses.span(from, to)));
    }

    @GetMapping("/tallies")
    @Operation(
            summary = "What each account did, by day or by week",
            description =
                    "Weeks are those of ISO 8601. From and to: at most 92 days, both included; the seven before today if"
                            + " left out.")
    List<AccountTallyView> tallies(
            @PathVariable String supplier,
            @RequestParam(defaultValue = "DAY") Period by,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var whose = whose(supplier, account);
        var span = diagnoses.span(from, to);
        var tallies = by == Period.DAY ? diagnoses.daily(whose, span) : diagnoses.weekly(whose, span);
        return tallies.stream().map(AccountTallyView::of).toList();
    }

    private static Whose whose(String supplier, @Nullable String account) {
        return new Whose(new SupplierId(supplier), account == null ? null : new AccountId(account));
    }
}
