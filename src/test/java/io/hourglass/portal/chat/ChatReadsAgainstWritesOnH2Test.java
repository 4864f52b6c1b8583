package io.hourglass.portal.chat;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2")
class ChatReadsAgainstWritesOnH2Test extends ChatReadsAgainstWrites {}
