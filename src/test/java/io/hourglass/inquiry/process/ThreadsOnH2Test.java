package io.hourglass.inquiry.process;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2, of mails that answer each other,")
class ThreadsOnH2Test extends ThreadsInAnyOrder {}
