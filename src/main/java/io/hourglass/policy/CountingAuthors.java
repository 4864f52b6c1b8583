package io.hourglass.policy;

import io.hourglass.kernel.facts.AuthorKind;
import java.util.Set;

/** Which author kinds' messages are answers, by the decision table in force. */
public interface CountingAuthors {

    /**
     * By the table's newest version.
     *
     * @param conversation as the table has it: inquiry or chat
     */
    Answer in(String conversation);

    /** @param tableVersion which version of the table said so */
    record Answer(Set<AuthorKind> kinds, int tableVersion) {

        public Answer {
            kinds = Set.copyOf(kinds);
        }
    }
}
