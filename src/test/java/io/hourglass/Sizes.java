package io.hourglass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** How large things may be. */
final class Sizes {

    private static final int COLLABORATORS = 7;

    static final ArchCondition<JavaClass> HAVE_FEW_COLLABORATORS =
            new ArchCondition<>("have at most " + COLLABORATORS + " collaborators") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getConstructors().stream()
                            .filter(made -> made.getParameters().size() > COLLABORATORS)
                            .forEach(made -> events.add(SimpleConditionEvent.violated(
                                    type,
                                    made.getFullName() + " has "
                                            + made.getParameters().size())));
                }
            };

    private Sizes() {}
}
