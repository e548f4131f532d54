"""The two message types of the bridge, which the grader and the kernel agree on."""

REQUEST, REPLY = "judge_request", "judge_reply"
