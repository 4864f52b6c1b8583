package io.hourglass.portal.chat;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.chat.diagnosis.AccountTally;
import io.hourglass.chat.diagnosis.Span;
import io.hourglass.chat.supervision.ChatDiagnoses;
import io.hourglass.chat.supervision.ChatDiagnoses.Whose;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.portal.supplier.SupplierPageSupport;
import io.hourglass.portal.supplier.SuppliersPage;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import io.hourglass.web.lists.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why a shop's chat reply rate, or that of one of its accounts, is what it is; and its tables by day and week (C14 to C17). */
@Page
@RequestMapping("/suppliers/{supplier}/chat/diagnosis")
class DiagnosisPage extends SuppliersPage {

    private static final int SIZE = 50;

    private final SupplierPageSupport pages;
    private final ChatDiagnoses diagnoses;
    private final ChatAccounts accounts;
    private final CsvFiles csv;

    DiagnosisPage(SupplierPageSupport pages, ChatDiagnoses diagnoses, ChatAccounts accounts, CsvFiles csv) {
        this.pages = pages;
        this.diagnoses = diagnoses;
        this.accounts = accounts;
        this.csv = csv;
    }

    /**
     * What is looked at.
     *
     * @param account null or empty for the whole shop
     */
    record Asked(@Nullable String account, @Nullable LocalDate from, @Nullable LocalDate to) {

        Whose of(String supplier) {
            return new Whose(
                    new SupplierId(supplier), account == null || account.isEmpty() ? null : new AccountId(account));
        }
    }

    /** By what the rows of the table are. */
    enum Rows {
        DAY,
        WEEK
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String supplier,
            Asked asked,
            @RequestParam(defaultValue = "DAY") Rows rows,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        try {
            return page(supplier, asked, rows, page, HttpStatus.OK);
        } catch (InvalidInput e) {
            return page(supplier, new Asked(asked.account(), null, null), rows, page, HttpStatus.BAD_REQUEST)
                    .addObject("mistake", e.field());
        }
    }

    private ModelAndView page(String supplier, Asked asked, Rows rows, int page, HttpStatus status) {
        var whose = asked.of(supplier);
        var answer = pages.page("chat-diagnosis", whose.shop(), status);
        var span = diagnoses.span(asked.from(), asked.to());
        var known = accounts(whose.shop());
        var tallies = new PageQuery(page, SIZE).cut(tallies(whose, span, rows, known));
        return answer.addObject("shown", DiagnosisShown.of(diagnoses.of(whose, span), known))
                .addObject(
                        "account",
                        whose.account() == null ? "" : whose.account().value())
                .addObject("accounts", known.values())
                .addObject("span", span)
                .addObject("rows", rows)
                .addObject("tallies", tallies.items())
                .addObject("paging", Pager.of(tallies).at("table"));
    }

    @GetMapping(params = CsvList.ASKED)
    void causes(@PathVariable String supplier, Asked asked, HttpServletResponse response) throws IOException {
        var known = accounts(asked.of(supplier).shop());
        var behind = shown(supplier, asked, known).behind(known);
        csv.send(DiagnosisShown.Behind.FILE, part -> part.cut(behind), response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "shadow"})
    void shadow(@PathVariable String supplier, Asked asked, HttpServletResponse response) throws IOException {
        var shadows = shown(supplier, asked, Map.of()).shadows();
        csv.send(DiagnosisShown.ShadowRow.FILE, part -> part.cut(shadows), response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "daily"})
    void daily(@PathVariable String supplier, Asked asked, HttpServletResponse response) throws IOException {
        send(TallyRow.DAILY, supplier, asked, Rows.DAY, response);
    }

    @GetMapping(params = {CsvList.ASKED, CsvList.LIST + "weekly"})
    void weekly(@PathVariable String supplier, Asked asked, HttpServletResponse response) throws IOException {
        send(TallyRow.WEEKLY, supplier, asked, Rows.WEEK, response);
    }

    private void send(CsvList<TallyRow> file, String supplier, Asked asked, Rows rows, HttpServletResponse response)
            throws IOException {
        var whose = asked.of(supplier);
        var tallies = tallies(whose, diagnoses.span(asked.from(), asked.to()), rows, accounts(whose.shop()));
        csv.send(file, part -> part.cut(tallies), response);
    }

    private DiagnosisShown shown(String supplier, Asked asked, Map<String, ChatAccount> known) {
        return DiagnosisShown.of(diagnoses.of(asked.of(supplier), diagnoses.span(asked.from(), asked.to())), known);
    }

    private List<TallyRow> tallies(Whose whose, Span span, Rows rows, Map<String, ChatAccount> known) {
        List<AccountTally> tallies = rows == Rows.DAY ? diagnoses.daily(whose, span) : diagnoses.weekly(whose, span);
        return tallies.stream().map(one -> TallyRow.of(one, known)).toList();
    }

    private Map<String, ChatAccount> accounts(SupplierId shop) {
        return accounts.of(shop).stream()
                .collect(toMap(one -> one.id().value(), one -> one, (one, other) -> one, TreeMap::new));
    }
}
