package org.lethe.stack.launch;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lethe.stack.account.DemoAccounts;
import org.lethe.stack.keycloak.RealmTokens;
import org.lethe.stack.layout.StackState;
import org.lethe.stack.process.Child;
import org.lethe.stack.process.ResidentMemory;
import org.lethe.stack.service.ServiceInstance;
import org.lethe.stack.suite.LetheStack;

/** What is printed when the stack is ready. */
record Welcome(PrintStream out) {

    private static final long MEBIBYTE = 1024 * 1024;

    void print(LetheStack stack, Duration taken) {
        StackState state = stack.state();
        out.printf(Locale.ROOT, "%nAll ready after %.1f s.%n%n", PrintedProgress.seconds(taken));
        addresses(state);
        signIns();
        memory(stack.children());
        out.printf("%nLogs: %s%nCtrl-C stops everything.%n", state.run().resolve("logs"));
    }

    private void addresses(StackState state) {
        URI gateway = Objects.requireNonNull(state.gateway());
        line("Console", gateway + "/console/");
        String site = state.site() + "/";
        line("Demo site", site + "  (" + DemoAccounts.IDS.getFirst() + ")");
        DemoAccounts.IDS.stream()
                .skip(1)
                .forEach(account -> line("", site + account + "/  (" + account + ")"));
        line("Inbox", state.inbox() + "/");
        line("Interface", gateway + "/v1/");
        if (state.certificate() != null) {
            line("Certificate", state.certificate() + "  (self-signed)");
        }
    }

    private void signIns() {
        out.printf("%nSign-ins, password %s:%n", RealmTokens.DEMO_PASSWORD);
        line("anna@acme.example", "operator");
        line("adam@acme.example", "administrator, operator");
        line("petra@acme.example", "privacy officer");
        line("otto@globex.example", "operator");
        line("gina@globex.example", "administrator, operator");
        line("paul@globex.example", "privacy officer");
        line("olga@privacy.example", "privacy officer of acme and globex");
        line("sara@lethe.example", "staff of the processor");
        line("stefan@lethe.example", "staff of the processor");
        out.printf("%nA program, by client credentials, secret %s:%n", RealmTokens.DEMO_PASSWORD);
        line(RealmTokens.PROGRAM, "privacy officer of acme");
    }

    private void memory(List<Child> children) {
        out.printf("%nResident memory:%n");
        long sum = 0;
        for (Child child : children) {
            long bytes = ResidentMemory.resident(child.pid()).orElse(0);
            line(child.name(), bytes / MEBIBYTE + " MB");
            sum += ServiceInstance.named(child.name()).isPresent() ? bytes : 0;
        }
        long own = ResidentMemory.resident(ProcessHandle.current().pid()).orElse(0);
        line("launcher, gateway, inbox", own / MEBIBYTE + " MB");
        line("all services", sum / MEBIBYTE + " MB");
    }

    private void line(String name, String value) {
        out.printf("  %-24s %s%n", name, value);
    }
}
