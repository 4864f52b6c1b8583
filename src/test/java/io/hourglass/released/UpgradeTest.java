package io.hourglass.released;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The present program on the database of a release")
class UpgradeTest {

    /** Each has a folder below {@code released/} among the test resources. */
    private static final List<String> RELEASES = List.of("0.1.0");

    private static final TimeZone OF_THE_MACHINE = TimeZone.getDefault();

    /** As the program does it: the engine keeps due dates without a zone. */
    @BeforeAll
    static void setZone() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void resetZone() {
        TimeZone.setDefault(OF_THE_MACHINE);
    }

    @TestFactory
    Stream<DynamicContainer> releases() {
        return RELEASES.stream()
                .flatMap(version -> Stream.of(new KeptRelease(version, "h2"), new KeptRelease(version, "postgres")))
                .map(UpgradeTest::upgrade);
    }

    private static DynamicContainer upgrade(KeptRelease kept) {
        var program = new UpgradedProgram(kept);
        return dynamicContainer(
                kept.version() + " on " + kept.database(),
                Stream.of(
                        dynamicTest("starts, and migrates it", program::start),
                        dynamicTest("reads every number and every verdict as before", program::readsAsBefore),
                        dynamicTest("knows until when a reply to each inquiry is due", program::knowsWhenRepliesAreDue),
                        dynamicTest(
                                "derives the seals of all sealed days again, byte for byte", program::sealsAsBefore),
                        dynamicTest("verifies and recounts the export made then", program::provesTheOldExport),
                        dynamicTest("brings every open process to its proper end", program::endsWhatWasOpen),
                        dynamicTest("lets mails go on with threads of then", program::goesOnWithThreads),
                        dynamicTest("says which steps it recorded, and from when on", program::saysWhichStepsItKnows),
                        dynamicTest("closes and publishes the days that follow, in order", program::closesWhatFollows),
                        dynamicTest("has changed nothing of what was published or booked", program::keepsWhatWasSaid),
                        dynamicTest("verifies and recounts the ledger of before and after", program::provesTheWhole),
                        dynamicTest("stops", program::stop)));
    }
}
