namespace HealthBao.Hub.Limits;

/// <summary>What is too much.</summary>
/// <param name="Reason">The alarm's reason.</param>
/// <param name="Window">The time looked back upon.</param>
/// <param name="AtLeast">How many conspicuous calls are too many …</param>
/// <param name="Percent">… when they are at least so many of a hundred.</param>
internal sealed record WatchRule(string Reason, TimeSpan Window, int AtLeast, int Percent)
{
    public bool IsBroken(int all, int conspicuous) => conspicuous >= AtLeast && conspicuous * 100L >= all * (long)Percent;
}
