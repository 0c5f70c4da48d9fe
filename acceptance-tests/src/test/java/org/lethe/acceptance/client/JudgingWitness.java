package org.lethe.acceptance.client;

import org.lethe.house.answer.AnswerJudge;

/** Judges what the gateway hands on of the services by their documents. */
public final class JudgingWitness implements Witness {

    private static final AnswerJudge JUDGE = AnswerJudge.ofAll();

    @Override
    public void saw(String method, String path, Answer answer) {
        JUDGE.judge(
                new org.lethe.house.answer.Answer(
                        method,
                        path,
                        answer.status(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body()));
    }
}
