namespace HealthBao.HealthCode.Feeds;

/// <summary>What a row of a list says: <c>observed</c> or <c>released</c>.</summary>
internal enum ListState : byte
{
    Observed = 1,
    Released = 2,
}
