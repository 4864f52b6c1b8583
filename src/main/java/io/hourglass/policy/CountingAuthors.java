package io.hourglass.policy;

import io.hourglass.kernel.AuthorKind;
import java.util.Set;

/** Which author kinds' messages are answers, by the decision table in force. */
public interface CountingAuthors {

    /** Of the table's newest version. */
    Answer forInquiries();

    /** @param tableVersion which version of the table said so */
    record Answer(Set<AuthorKind> kinds, int tableVersion) {

        public Answer {
            kinds = Set.copyOf(kinds);
        }
    }
}
