package io.hourglass.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of search")
class SearchTermsTest {

    @Test
    @DisplayName("are alike in any case, with and without accents, in any width and composition")
    void alike() {
        assertThat(SearchTerms.of("Kühlung STRASSE ＰＵＭＰ ﬁn ΟΔΟΣ İzmir"))
                .isEqualTo("kuhlung strasse pump fin οδοσ izmir")
                .isEqualTo(SearchTerms.of("KU\u0308HLUNG straße pump FIN οδος izmir"));
    }

    @Test
    @DisplayName("keep the common ones, since they may be part of a name")
    void common() {
        assertThat(SearchTerms.of("The And Co., Ltd")).isEqualTo("the and co ltd");
    }

    @Test
    @DisplayName("are parted by whatever is neither letter nor digit, also within an id")
    void parted() {
        assertThat(SearchTerms.of("INQ_2026-00/1", ":pick:a.b", "<x+y@mail.example>", "%'\\😀\u0000\uD83D"))
                .isEqualTo("inq 2026 00 1 pick a b x y mail example");
        assertThat(SearchTerms.words("%'\\_😀 \u0000")).isEmpty();
        assertThat(SearchTerms.words(null)).isEmpty();
    }

    @Test
    @DisplayName("of Chinese are each two characters side by side, and one that stands alone")
    void chinese() {
        assertThat(SearchTerms.words("不锈钢离心泵 DN50管 大")).containsExactly("不锈", "锈钢", "钢离", "离心", "心泵", "dn50", "管", "大");
        assertThat(SearchTerms.words("𠮷野")).containsExactly("𠮷野");
    }

    @Test
    @DisplayName("typed in Chinese are every second pair and the last one, which hold each character between them")
    void typedChinese() {
        assertThat(SearchTerms.typed("不锈钢离心泵")).containsExactly("不锈", "钢离", "心泵");
        assertThat(SearchTerms.typed("不锈钢离心")).containsExactly("不锈", "钢离", "离心");
        assertThat(SearchTerms.typed("不锈钢")).containsExactly("不锈", "锈钢");
        assertThat(SearchTerms.typed("水泵 a 水")).containsExactly("水泵", "a", "水");
        assertThat(SearchTerms.typed("不锈钢 dn50 离心泵阀")).containsExactly("不锈", "锈钢", "dn50", "离心", "泵阀");
    }

    @Test
    @DisplayName("are found by their beginnings, and not from their middle")
    void beginnings() {
        var terms = SearchTerms.of("Ningbo Flow 水泵");
        assertThat(List.of("n", "ningbo", "fl", "水", "水泵")).allMatch(word -> SearchTerms.begin(terms, word));
        assertThat(List.of("ingbo", "flows", "o", "泵")).noneMatch(word -> SearchTerms.begin(terms, word));
    }

    @Test
    @DisplayName("of a UUID are its first group, by which it is found however much of it is typed")
    void uuids() {
        var id = "3F2A9C1E-7b1c-4a5d-8e9f-0123456789ab";
        assertThat(SearchTerms.of("to " + id + ".", "x" + id))
                .isEqualTo("to 3f2a9c1e x3f2a9c1e 7b1c 4a5d 8e9f 0123456789ab");
        for (var length = 1; length <= id.length(); length++) {
            assertThat(SearchTerms.typed(" " + id.substring(0, length)))
                    .singleElement()
                    .satisfies(word -> assertThat("3f2a9c1e").startsWith(word));
        }
        assertThat(SearchTerms.typed("20260302-1001")).containsExactly("20260302", "1001");
        assertThat(SearchTerms.typed("3f2a9c1e-7b1c pump")).containsExactly("3f2a9c1e", "7b1c", "pump");
        assertThat(SearchTerms.typed("deadbeef-part")).containsExactly("deadbeef", "part");
    }

    @Test
    @DisplayName("are cut alike at 64 characters, where text and query have the same long one")
    void longOnes() {
        var word = "x".repeat(70);
        assertThat(SearchTerms.of(word)).isEqualTo("x".repeat(64));
        assertThat(SearchTerms.of("𝒳".repeat(40) + "y")).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    @DisplayName("stay within what a column holds: those that do not fit are left out as a whole")
    void many() {
        var text = IntStream.range(0, 2000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        var terms = SearchTerms.of(text);
        assertThat(terms.length()).isBetween(SearchTerms.MAX_LENGTH - 6, SearchTerms.MAX_LENGTH);
        assertThat(SearchTerms.words(text)).containsAll(SearchTerms.words(terms));
    }
}
