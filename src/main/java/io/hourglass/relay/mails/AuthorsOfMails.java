package io.hourglass.relay.mails;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.mail.MailClass;
import io.hourglass.relay.rules.RulesOfRelay;
import org.springframework.stereotype.Component;

/** As whose a reply counts that came by mail. */
@Component
public class AuthorsOfMails {

    private final RulesOfRelay rules;

    AuthorsOfMails(RulesOfRelay rules) {
        this.rules = rules;
    }

    static AuthorKind certain(MailClass mailClass) {
        return switch (mailClass) {
            case PERSON, UNSURE -> AuthorKind.HUMAN;
            case AUTOMATIC, BOUNCE -> AuthorKind.AUTO_REPLY;
            case BULK -> AuthorKind.SYSTEM;
        };
    }

    /**
     * Until a person has looked, as the policy says.
     *
     * @param unsure whether it cannot be said who wrote it for whom
     */
    public AuthorKind of(MailClass mailClass, boolean unsure) {
        return unsure ? counting(rules.now().unsureCounts()) : certain(mailClass);
    }

    /** The same of one that may be about something else. */
    public AuthorKind ofCandidate(MailClass mailClass, boolean unsure) {
        return rules.now().countsCandidates() ? of(mailClass, unsure) : counting(false);
    }

    private static AuthorKind counting(boolean counts) {
        return counts ? AuthorKind.HUMAN : AuthorKind.AUTO_REPLY;
    }
}
