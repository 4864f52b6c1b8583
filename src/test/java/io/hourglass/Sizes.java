package io.hourglass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.immutables.value.Generated;

/** How large things may be. */
final class Sizes {

    private static final int COLLABORATORS = 7;
    private static final int POSITIONS = 6;

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

    /** Its own file does not count: there the components stand beside the call. */
    static final ArchCondition<JavaClass> BE_MADE_BY_POSITION_IN_ONE_PLACE_AT_MOST =
            new ArchCondition<>(
                    "be made by position in one place at the most, if they have more than " + POSITIONS + " values") {
                @Override
                public void check(JavaClass record, ConditionEvents events) {
                    var calls = record.getConstructors().stream()
                            .filter(made -> made.getParameters().size() > POSITIONS)
                            .flatMap(made -> made.getCallsOfSelf().stream())
                            .filter(call -> isElsewhere(call.getOriginOwner(), record))
                            .toList();
                    if (calls.size() > 1) {
                        calls.forEach(call -> events.add(SimpleConditionEvent.violated(record, call.getDescription())));
                    }
                }
            };

    private static boolean isElsewhere(JavaClass caller, JavaClass record) {
        return !caller.isAnnotatedWith(Generated.class) && !file(caller).equals(file(record));
    }

    private static String file(JavaClass type) {
        return type.getEnclosingClass().map(Sizes::file).orElse(type.getName());
    }

    private Sizes() {}
}
