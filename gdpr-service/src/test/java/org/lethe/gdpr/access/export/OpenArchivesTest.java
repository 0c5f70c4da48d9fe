package org.lethe.gdpr.access.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lethe.gdpr.subject.Ids.ACME;
import static org.lethe.gdpr.subject.Ids.GLOBEX;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.subject.Ids;
import org.lethe.runtime.caller.Caller;
import org.lethe.runtime.problem.Refusal;
import org.lethe.runtime.stream.ClientStream;

class OpenArchivesTest {

    private static final int AT_ONCE = 10;

    private final OpenArchives archives = new OpenArchives(new TestExportSettings(AT_ONCE));
    private final VisitId visit = Ids.visit();
    private final ChatId chat = Ids.chat();

    @Test
    void endTheOneThatHasWhatWasDestroyedAndNoOther() {
        ClientStream one = stream();
        ClientStream other = stream();
        archives.begin(reader(new Caller.Visitor(ACME, visit)), Set.of(visit, chat), one);
        archives.begin(reader(visitor(ACME)), Set.of(Ids.visit()), other);

        archives.onDestroyed(chat);

        assertThat(one.isEnded()).isTrue();
        assertThat(other.isEnded()).isFalse();
    }

    @Test
    void areOneForEachVisitorInWhicheverOfItsChats() {
        OpenArchive first = begin(new Caller.Visitor(ACME, visit));

        refuses(new Caller.Visitor(ACME, visit));
        refuses(new Caller.Participant(ACME, chat, visit));
        begin(visitor(ACME));
        first.close();
        first.close();

        begin(new Caller.Participant(ACME, chat, visit));
        refuses(new Caller.Visitor(ACME, visit));
    }

    @Test
    void giveBackThePlaceOfOneWhoIsGone() {
        ClientStream gone = stream();
        archives.begin(reader(new Caller.Visitor(ACME, visit)), Set.of(visit), gone);

        gone.end();

        begin(new Caller.Visitor(ACME, visit));
        refuses(new Caller.Visitor(ACME, visit));
    }

    @Test
    void haveOtherPlacesForWhoActsForAnAccount() {
        for (int i = 0; i < AT_ONCE; i++) {
            begin(visitor(account(i)));
        }
        refuses(visitor(GLOBEX));

        Caller.OfAccount delegate = delegate(ACME);
        for (int i = 0; i < 4; i++) {
            begin(delegate);
        }
        refuses(delegate);
        begin(delegate(ACME));
        for (int i = 5; i < AT_ONCE; i++) {
            begin(delegate(account(i)));
        }
        refuses(delegate(GLOBEX));
    }

    @Test
    void leaveHalfOfThePlacesToOtherAccounts() {
        for (int i = 0; i < AT_ONCE / 2; i++) {
            begin(visitor(ACME));
            begin(delegate(ACME));
        }

        refuses(visitor(ACME));
        refuses(delegate(ACME));

        for (int i = 0; i < AT_ONCE / 2; i++) {
            begin(visitor(GLOBEX));
            begin(delegate(GLOBEX));
        }
    }

    @Test
    void haveOnePlaceForAnAccountWhereThereIsNoOther() {
        var single = new OpenArchives(new TestExportSettings(1));

        single.begin(reader(visitor(ACME)), Set.of(visit), stream());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> single.begin(reader(visitor(GLOBEX)), Set.of(visit), stream()));
    }

    private OpenArchive begin(Caller.OfAccount caller) {
        return archives.begin(reader(caller), Set.of(visit), stream());
    }

    private void refuses(Caller.OfAccount caller) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> begin(caller))
                .matches(refusal -> refusal.code() == ErrorCode.TOO_MANY_REQUESTS);
    }

    private static ArchiveReader reader(Caller.OfAccount caller) {
        return ArchiveReader.of(caller.account(), caller);
    }

    private static AccountId account(int number) {
        return new AccountId("account-" + number);
    }

    private static Caller.OfAccount visitor(AccountId account) {
        return new Caller.Visitor(account, Ids.visit());
    }

    private static Caller.OfAccount delegate(AccountId account) {
        return new Caller.Delegate(account, new OperatorId(UUID.randomUUID().toString()), true);
    }

    private static ClientStream stream() {
        return new ClientStream(() -> {});
    }
}
