package org.lethe.presence.attendance;

import java.security.SecureRandom;
import org.lethe.contracts.id.VisitId;
import org.lethe.privacy.vault.Fate;

class FakeAttendanceTest extends AttendanceContract {

    private final FakeAttendance attendance = new FakeAttendance();
    private final SecureRandom random = new SecureRandom();

    @Override
    protected Attendance attendance() {
        return attendance;
    }

    @Override
    protected VisitId open() {
        return VisitId.mint("ep0c", random);
    }

    @Override
    protected void destroy(VisitId visit) {
        attendance.fates.put(visit, Fate.DESTROYED);
    }

    @Override
    protected boolean isLeaving(VisitId visit) {
        return attendance.leaving.contains(visit);
    }

    @Override
    protected void silence(VisitId visit) {
        attendance.silent.add(visit);
    }
}
