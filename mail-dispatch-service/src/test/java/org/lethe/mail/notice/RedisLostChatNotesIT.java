package org.lethe.mail.notice;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.lethe.mail.SendsNothing;
import org.lethe.stack.fixture.LetheInfrastructure;

@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(SendsNothing.class)
class RedisLostChatNotesIT extends LostChatNotesContract {

    @Inject LostChatNotes notes;

    @Override
    LostChatNotes notes() {
        return notes;
    }
}
