namespace HealthBao.Sandbox.StandIns;

/// <summary>What came of telling an adapter; status 0 when it was not there.</summary>
internal sealed record NoticeOutcome(bool AdapterTold, int Status);
