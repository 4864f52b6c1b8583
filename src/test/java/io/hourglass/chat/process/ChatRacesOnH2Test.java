package io.hourglass.chat.process;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2")
class ChatRacesOnH2Test extends ChatRaces {}
