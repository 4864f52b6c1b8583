package io.hourglass.mailing.outgoing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailing.kinds.Audience;
import io.hourglass.mailing.outgoing.AddressEvents.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose accounts an event concerns: asked once for many. */
@Component
class Audiences {

    /** Before the id of an account of chat, where it stands as a subject of numbers. */
    private static final String ACCOUNT = ":";

    private final Accounts accounts;
    private final Inquiries inquiries;
    private final ChatAccounts chat;

    Audiences(Accounts accounts, Inquiries inquiries, ChatAccounts chat) {
        this.accounts = accounts;
        this.inquiries = inquiries;
        this.chat = chat;
    }

    Map<Told, List<Account>> of(List<Told> told) {
        var found = new HashMap<Told, List<Account>>();
        told.stream()
                .collect(groupingBy(one -> one.kind().audience()))
                .forEach((audience, some) -> found.putAll(of(audience, some)));
        return found;
    }

    private Map<Told, List<Account>> of(Audience audience, List<Told> told) {
        return switch (audience) {
            case SUPPLIER -> acting(Role.SUPPLIER, suppliers(told));
            case BUYER -> acting(Role.BUYER, buyers(told));
            case AUDITORS, OPERATIONS -> {
                var all = accounts.in(audience.role());
                yield told.stream().collect(toMap(Function.identity(), one -> all));
            }
        };
    }

    private Map<Told, List<Account>> acting(Role role, Map<Told, String> parties) {
        var byParty = accounts
                .actingFor(role, parties.values().stream().distinct().toList())
                .stream()
                .collect(groupingBy(account -> Objects.requireNonNullElse(account.party(), "")));
        return parties.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, party -> byParty.getOrDefault(party.getValue(), List.of())));
    }

    /** Named by the event, or its subject. */
    private Map<Told, String> suppliers(List<Told> told) {
        var subjects = told.stream().collect(toMap(Function.identity(), Audiences::subject));
        var shops = shops(subjects.values().stream()
                .filter(subject -> subject.startsWith(ACCOUNT))
                .map(subject -> subject.substring(ACCOUNT.length()))
                .distinct());
        subjects.replaceAll((one, subject) ->
                subject.startsWith(ACCOUNT) ? shops.getOrDefault(subject.substring(ACCOUNT.length()), "") : subject);
        subjects.values().removeIf(String::isEmpty);
        return subjects;
    }

    private static String subject(Told told) {
        return Stream.of("supplier", "shop", "subject")
                .map(field -> told.data().path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(told.event().about());
    }

    private Map<String, String> shops(Stream<String> ids) {
        return chat.find(ids.map(AccountId::new).toList()).values().stream()
                .collect(toMap(account -> account.id().value(), account -> account.shop()
                        .value()));
    }

    private Map<Told, String> buyers(List<Told> told) {
        var ids = told.stream()
                .map(one -> new InquiryId(one.event().about()))
                .distinct()
                .toList();
        var found = inquiries.find(ids).stream()
                .collect(toMap(one -> one.id().value(), one -> one.buyer().value()));
        return told.stream()
                .filter(one -> found.containsKey(one.event().about()))
                .collect(toMap(
                        Function.identity(),
                        one -> found.getOrDefault(one.event().about(), "")));
    }
}
