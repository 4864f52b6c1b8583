package io.hourglass.inquiry.search;

import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.reading.FindInquiries.Found;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds inquiries by what people type (ADR 55): each word must be the beginning of one of its subject, of its id, of its buyer's id,
 * or of the name, company or id of its supplier. What a party is not to see does not change what it finds.
 */
@Component
public class SearchInquiries {

    public static final int MAX_LENGTH = 200;
    public static final int MAX_WORDS = 10;

    /** Of names that have a word, and of mails. */
    public static final int MAX_NAMES = 1000;

    public static final int MAX_MAILS = 200;
    private static final int NEWEST_OF_BUYERS = 500;

    private final InquiryWords words;
    private final Suppliers suppliers;
    private final JudgedInquiries cases;

    SearchInquiries(InquiryWords words, Suppliers suppliers, JudgedInquiries cases) {
        this.words = words;
        this.suppliers = suppliers;
        this.cases = cases;
    }

    /**
     * What was typed, made out.
     *
     * @param commonNames words that more suppliers are called by than are looked for: inquiries are found by them only where another
     *     word is of the same supplier's name, or the word is the inquiry's own
     * @param commonMail whether more mails have it in their Message-ID than are looked for, so that none is found by it
     */
    public record Typed(Sought sought, List<String> commonNames, boolean commonMail) {}

    /** A buyer, and how many inquiries it has sent. */
    public record FoundBuyer(BuyerId buyer, int inquiries) {}

    /**
     * @param typed in the field; empty for anything
     * @param wanted what else must hold, such as whose they are
     * @throws InvalidInput if it is longer than 200 characters, has more than ten words, or some that cannot be kept
     */
    @Transactional(readOnly = true)
    public Typed read(String typed, Wanted wanted) {
        var words = check(typed.strip());
        if (typed.isBlank()) {
            return new Typed(Sought.ANYTHING, List.of(), false);
        }
        var common = new LinkedHashSet<String>();
        var names = names(words, wanted, common);
        var named = typed.strip().contains(" ")
                ? List.<InquiryId>of()
                : this.words.named(typed.strip(), wanted, MAX_MAILS + 1);
        var sought = words.stream()
                .map(word -> new SoughtWord(word, List.copyOf(names.getOrDefault(word, Set.of())), List.of()))
                .toList();
        return new Typed(
                new Sought(sought, typed.strip(), named.size() > MAX_MAILS ? List.of() : named),
                List.copyOf(common),
                named.size() > MAX_MAILS);
    }

    private static Set<String> check(String typed) {
        StoredText.check("q", typed);
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidInput("q", typed, "at most " + MAX_LENGTH + " characters");
        }
        var words = SearchTerms.typed(typed);
        if (words.size() > MAX_WORDS) {
            throw new InvalidInput("q", typed, "at most " + MAX_WORDS + " words");
        }
        return words;
    }

    /** @param common is added to */
    private Map<String, Set<SupplierId>> names(Set<String> words, Wanted wanted, Set<String> common) {
        var found = new HashMap<String, Set<SupplierId>>();
        var terms = new HashMap<SupplierId, String>();
        for (var word : words) {
            var called = suppliers.termsWith(word, wanted.supplier(), MAX_NAMES + 1);
            if (called.size() > MAX_NAMES) {
                common.add(word);
            } else {
                found.put(word, called.keySet());
                terms.putAll(called);
            }
        }
        if (words.equals(common)) {
            return found;
        }
        common.forEach(word -> found.put(word, having(word, terms)));
        return found;
    }

    private static Set<SupplierId> having(String word, Map<SupplierId, String> terms) {
        var having = new HashSet<SupplierId>();
        terms.forEach((supplier, all) -> {
            if (SearchTerms.begin(all, word)) {
                having.add(supplier);
            }
        });
        return having;
    }

    /** The newest first, each judged as of now. */
    @Transactional(readOnly = true)
    public ListPage<Found> find(Sought sought, Wanted wanted, PageQuery page) {
        return page.from((offset, limit) -> words.find(sought, wanted, offset, limit))
                .map(some -> cases.of(some).stream()
                        .map(judged -> new Found(judged.inquiry(), judged.judgement()))
                        .toList());
    }

    /** Those by whose id they are found, whose newest inquiry is newest first; among the 500 newest inquiries of any of them. */
    @Transactional(readOnly = true)
    public ListPage<FoundBuyer> buyers(String typed, PageQuery page) {
        var found = words.buyers(check(typed.strip()), typed.strip(), NEWEST_OF_BUYERS);
        return page.from((offset, limit) ->
                        found.stream().skip(offset).limit(limit).toList())
                .map(this::counted);
    }

    private List<FoundBuyer> counted(Collection<BuyerId> buyers) {
        var sent = words.inquiriesOf(buyers);
        return new ArrayList<>(buyers)
                .stream()
                        .map(buyer -> new FoundBuyer(buyer, sent.getOrDefault(buyer, 0)))
                        .toList();
    }
}
