using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>Keeps what an adapter logs, so that a test can read it.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(EventId Event, LogLevel Level, string Text)> lines = new();

    public IReadOnlyList<(EventId Event, LogLevel Level, string Text)> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((eventId, logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
