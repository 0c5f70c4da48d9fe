package org.lethe.mail.notice;

import org.lethe.runtime.fixture.TestClock;

class FakeLostChatNotesTest extends LostChatNotesContract {

    private final LostChatNotes notes = new FakeLostChatNotes(new TestClock());

    @Override
    LostChatNotes notes() {
        return notes;
    }
}
