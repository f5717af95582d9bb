namespace ContentPages.Backends.Local.Videos;

/// <summary>Where the object store keeps an object, so that ffmpeg reads sources and writes renditions in place, with no copy.</summary>
public interface IObjectPaths
{
    /// <summary>The absolute path of an object, whether or not it exists.</summary>
    string PathOf(string key);
}
