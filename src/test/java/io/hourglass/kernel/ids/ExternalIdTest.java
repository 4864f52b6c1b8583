package io.hourglass.kernel.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An id from outside")
class ExternalIdTest {

    /** Sorts first by UTF-16 unit, as it is written with surrogates, and last by code point. */
    private static final String SUPPLEMENTARY = "\uD83D\uDE00";

    private static final String REPLACEMENT = "\uFFFD";

    private static final List<Function<String, Object>> PARTIES_AND_INQUIRIES =
            List.of(InquiryId::new, BuyerId::new, SupplierId::new);

    private static final List<Function<String, Object>> KINDS =
            List.of(InquiryId::new, BuyerId::new, SupplierId::new, FactId::new);

    @ParameterizedTest
    @ValueSource(strings = {"q", "7", "Q-2016/03:01#4", "two words", "询盘-1", SUPPLEMENTARY})
    @DisplayName("has any characters but controls, and prints as itself")
    void printsAsItself(String value) {
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(value)).hasToString(value));
    }

    @Test
    @DisplayName("has 64 characters at the most")
    void hasALimit() {
        var longest = "x".repeat(64);
        assertThat(PARTIES_AND_INQUIRIES).allSatisfy(kind -> {
            assertThat(kind.apply(longest)).hasToString(longest);
            assertThatThrownBy(() -> kind.apply(longest + "x"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("1 to 64 characters");
        });
    }

    @Test
    @DisplayName("has 80 characters at the most if it is a fact's")
    void hasAWiderLimitForFacts() {
        var longest = "x".repeat(80);
        assertThat(new FactId(longest)).hasToString(longest);
        assertThatThrownBy(() -> new FactId(longest + "x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 to 80 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                " q",
                "q ",
                "\u2003q",
                "a\nb",
                "a\u0000b",
                "a\u0085b",
                "a\u007Fb",
                "a\ud83d",
                "\udd70a"
            })
    @DisplayName("is not blank, has no blank at either end, no control character, and no half of one")
    void isRefused(String value) {
        assertThat(KINDS).allSatisfy(kind -> assertThatThrownBy(() -> kind.apply(value))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("none of them a control, no blank at either end"));
    }

    @Test
    @DisplayName("that is refused names its field")
    void namesItsField() {
        assertThatThrownBy(() -> new InquiryId("")).hasMessageStartingWith("inquiry is ");
        assertThatThrownBy(() -> new FactId("")).hasMessageStartingWith("fact is ");
        assertThatThrownBy(() -> new BuyerId("")).hasMessageStartingWith("buyer is ");
        assertThatThrownBy(() -> new SupplierId("")).hasMessageStartingWith("supplier is ");
    }

    @Test
    @DisplayName("is ordered by code point, not by UTF-16 unit")
    void isOrderedByCodePoint() {
        assertThat(SUPPLEMENTARY).isLessThan(REPLACEMENT);
        assertThat(ExternalId.BY_CODE_POINT.compare(REPLACEMENT, SUPPLEMENTARY)).isNegative();
        assertThat(new InquiryId(REPLACEMENT)).isLessThan(new InquiryId(SUPPLEMENTARY));
        assertThat(new FactId(REPLACEMENT)).isLessThan(new FactId(SUPPLEMENTARY));
        assertThat(new BuyerId(REPLACEMENT)).isLessThan(new BuyerId(SUPPLEMENTARY));
        assertThat(new SupplierId(REPLACEMENT)).isLessThan(new SupplierId(SUPPLEMENTARY));
    }

    @Test
    @DisplayName("comes before a longer one that it begins; digits before capitals before small letters")
    void isOrderedLikeADictionary() {
        var shuffled = List.of("b", "a1", SUPPLEMENTARY, "B", "询", "a", "10", "9", REPLACEMENT);
        assertThat(shuffled.stream().sorted(ExternalId.BY_CODE_POINT))
                .containsExactly("10", "9", "B", "a", "a1", "b", "询", REPLACEMENT, SUPPLEMENTARY);
    }

    @Test
    @DisplayName("is equal to itself alone")
    void isEqualToItself() {
        assertThat(new InquiryId("q")).isEqualByComparingTo(new InquiryId("q")).isEqualTo(new InquiryId("q"));
        assertThat(new InquiryId("q")).isNotEqualTo(new InquiryId("Q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                ":",
                ":alternatives:q",
                "a\u200Bb",
                "a\u202Eb",
                "\uFEFFa",
                "a\u00ADb",
                "a\u2028b",
                "a\u2029b",
                "a\u00A0b",
                "a\u3000b",
                "a\uE000b",
                "a\u0378b",
                "a\uFFFEb",
                "a\u3164",
                "a\uFE0F",
                "a\u034Fb",
                "a\uDB40\uDC41"
            })
    @DisplayName("that is new has nothing in it that is not seen, is no step in a path, and none of the program's own")
    void isRefusedAsNew(String value) {
        assertThat(ExternalId.isOne(value, ExternalId.MAX_LENGTH)).isTrue();
        assertThat(new InquiryId(value).value()).as("one that is known already").isEqualTo(value);
        assertThatThrownBy(() -> ExternalId.checkNew("inquiry", value, ExternalId.MAX_LENGTH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("inquiry is ")
                .hasMessageContaining("can be seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                "~.",
                "a:b",
                "../../../../x",
                ";",
                "%2f",
                "?",
                "#",
                "\\",
                "a b",
                "=1+1",
                "询盘",
                "é",
                "e\u0301",
                "שלום",
                "\uD83D\uDE00"
            })
    @DisplayName("that is new may be anything else that is seen")
    void mayBeNew(String value) {
        ExternalId.checkNew("inquiry", value, ExternalId.MAX_LENGTH);
        assertThat(ExternalId.mayBeNew("x".repeat(ExternalId.MAX_LENGTH), ExternalId.MAX_LENGTH))
                .isTrue();
        assertThat(ExternalId.mayBeNew("x".repeat(ExternalId.MAX_LENGTH + 1), ExternalId.MAX_LENGTH))
                .isFalse();
    }
}
