package io.hourglass.policy.process;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.policy.CountingAuthors;
import io.hourglass.portal.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** {@code author-kinds.dmn}, asked once for each kind when a policy version is activated. */
@Component
class DmnCountingAuthors implements CountingAuthors {

    private static final String TABLE = "authorKinds";

    private final DecisionService decisions;
    private final RepositoryService repository;

    DmnCountingAuthors(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Answer in(String conversation) {
        var table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        var kinds = Arrays.stream(AuthorKind.values())
                .filter(kind -> counts(table.getId(), conversation, kind))
                .collect(Collectors.toSet());
        return new Answer(kinds, table.getVersion());
    }

    private boolean counts(String tableId, String conversation, AuthorKind kind) {
        boolean counts = decisions
                .evaluateDecisionTableById(tableId, Map.of("conversation", conversation, "author", kind.name()))
                .getSingleEntry();
        return counts;
    }
}
