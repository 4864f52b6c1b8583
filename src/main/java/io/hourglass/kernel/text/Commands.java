package io.hourglass.kernel.text;

import picocli.CommandLine;

/** The commands of the program, as they are started from a terminal. */
public final class Commands {

    private Commands() {}

    /** A command that fails says why in one line that begins with its name, and gives the exit code that it declares. */
    public static CommandLine onTerminal(Object command) {
        return new CommandLine(command)
                .setOut(OneLine.terminal(System.out))
                .setErr(OneLine.terminal(System.err))
                .setExecutionExceptionHandler((failure, failed, parsed) -> {
                    failed.getErr().println(failed.getCommandName() + ": " + OneLine.why(failure));
                    return failed.getCommandSpec().exitCodeOnExecutionException();
                });
    }
}
