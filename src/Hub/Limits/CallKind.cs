namespace HealthBao.Hub.Limits;

/// <summary>The kinds of calls that are counted apart. Closed.</summary>
public enum CallKind
{
    Verify,
    Batch,
    Query,
    Trust,
    Audit,
}
