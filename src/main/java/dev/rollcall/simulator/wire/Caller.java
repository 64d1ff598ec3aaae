package dev.rollcall.simulator.wire;

import dev.rollcall.simulator.world.Member;

/**
 * Who makes a call, as the signature and the session token say.
 *
 * @param member the account that signs
 * @param region the Region of the signature's scope
 * @param arn the identity's ARN
 * @param userId the identity's unique id
 */
public record Caller(Member member, String region, String arn, String userId) {

}
