package io.hourglass.persons;

import io.hourglass.kernel.ids.BuyerId;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place where something is kept of a person. What it gives out it also forgets. */
public interface PersonalPlace {

    /** In the file: small letters, and one of a kind. */
    String name();

    /** Whether it keeps something of a buyer who may have no case: one who is in it alone can be found. */
    default boolean keeps(BuyerId buyer) {
        return false;
    }

    /**
     * Gives out all that is kept of the person, an entry at a time: names and values that JSON knows, texts, numbers, instants and
     * lists of them; nothing where a value is null.
     */
    void give(Person person, Consumer<Map<String, @Nullable Object>> entry);

    /**
     * Forgets it. What others rest on stays, under the pseudonym in place of the name.
     *
     * @param pseudonym of a name of the person's
     */
    void erase(Person person, UnaryOperator<String> pseudonym);
}
