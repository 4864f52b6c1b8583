package io.hourglass.mailing.outgoing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.chat.accounts.ShopsOfSubjects;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailing.kinds.Audience;
import io.hourglass.mailing.outgoing.AddressEvents.Told;
import io.hourglass.messages.outbox.ToldSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Whose accounts an event concerns: asked once for many. */
@Component
class Audiences {

    private final Accounts accounts;
    private final Inquiries inquiries;
    private final ShopsOfSubjects shops;

    Audiences(Accounts accounts, Inquiries inquiries, ShopsOfSubjects shops) {
        this.accounts = accounts;
        this.inquiries = inquiries;
        this.shops = shops;
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
        var subjects = new HashMap<Told, String>();
        told.forEach(one -> ToldSubject.of(one.event(), one.data()).ifPresent(subject -> subjects.put(one, subject)));
        var suppliers = shops.of(subjects.values());
        subjects.replaceAll((one, subject) -> suppliers.getOrDefault(subject, ""));
        subjects.values().removeIf(String::isEmpty);
        return subjects;
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
