package io.hourglass.mailing.sending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.hourglass.mailing.kinds.MailKinds;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.smtp.Letter;
import io.hourglass.mailing.smtp.MailServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: to each account one letter of all that is due to it, and nothing that nobody needs any more. Claimed in one
 * transaction, sent outside of any, and noted in another: what a lost node had is sent again, under the same Message-ID.
 */
@Component
public class SendMails {

    private final MailServer server;
    private final ClaimMails claims;
    private final StillWanted wanted;
    private final WriteLetters letters;
    private final KeepSent outcomes;

    public SendMails(
            MailServer server, ClaimMails claims, StillWanted wanted, WriteLetters letters, KeepSent outcomes) {
        this.server = server;
        this.claims = claims;
        this.wanted = wanted;
        this.letters = letters;
        this.outcomes = outcomes;
    }

    /** @return how many mails it went through; none if nothing is due, or there is no server */
    public int send() {
        if (!server.isSetUp()) {
            return 0;
        }
        var claimed = claims.claim();
        if (!claimed.isEmpty()) {
            var sorted = wanted.of(claimed);
            outcomes.dropped(sorted.dropped());
            send(sorted.wanted());
        }
        return claimed.size();
    }

    /** A reply goes alone: it has copies of its own. */
    private static List<String> letter(OutgoingMail mail) {
        return mail.kind().equals(MailKinds.REPLIED) ? List.of(mail.account(), mail.id()) : List.of(mail.account());
    }

    private void send(List<OutgoingMail> wanted) {
        Map<Letter, List<OutgoingMail>> written = new LinkedHashMap<>();
        wanted.stream()
                .collect(groupingBy(SendMails::letter, LinkedHashMap::new, toList()))
                .values()
                .forEach(mails ->
                        letters.to(mails.get(0).account(), mails).ifPresent(letter -> written.put(letter, mails)));
        var now = written.keySet().stream().limit(ClaimMails.LETTERS).toList();
        if (!now.isEmpty()) {
            outcomes.keep(written, server.send(now));
        }
        written.keySet().removeAll(now);
        outcomes.leave(written.values());
    }
}
