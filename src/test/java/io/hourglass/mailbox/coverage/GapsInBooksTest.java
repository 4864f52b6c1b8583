package io.hourglass.mailbox.coverage;

import io.hourglass.HourglassTest;
import org.junit.jupiter.api.DisplayName;

@HourglassTest
@DisplayName("A gap in a mailbox, on H2,")
class GapsInBooksTest extends GapsInBooks {}
