package unroll.app.shell;

import java.util.Optional;
import unroll.app.address.NodeAddress;
import unroll.app.command.Command;
import unroll.app.command.Commands;

/** What the addresses of the window stand for, whether it is shown or not. */
record AddressBook(ScreenList screens, Commands commands) {
    /** What people call it; empty where there is no such thing. */
    Optional<String> title(NodeAddress address) {
        return switch (address.kind()) {
            case NodeAddress.COMMAND -> command(address).map(Command::name);
            case NodeAddress.SCREEN ->
                screens.find(address.name()).map(screen -> screen.item().label());
            default ->
                screens.all().stream()
                        .flatMap(screen -> screen.titleOf(address).stream())
                        .findFirst();
        };
    }

    /** The key that does now what it does; empty where none does. */
    String key(NodeAddress address) {
        return command(address)
                .filter(command -> command.available().getValue())
                .map(Command::keyText)
                .orElse("");
    }

    private Optional<Command> command(NodeAddress address) {
        return switch (address.kind()) {
            case NodeAddress.COMMAND -> commands.find(address.name());
            case NodeAddress.SCREEN -> commands.find(NodeAddress.SCREEN + "." + address.name());
            default -> Optional.empty();
        };
    }
}
